/** Data first, then a fixed sentence, so that lines of one kind group. Never secrets, file contents or amounts above debug. */
export interface Log {
  debug(data: object, sentence: string): void;
  info(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
  error(data: object, sentence: string): void;
  child(data: object): Log;
}
