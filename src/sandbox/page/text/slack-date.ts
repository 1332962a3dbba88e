const formats: Readonly<Record<string, (date: Date, now: Date) => string>> = {
  date_num: (date) => date.toLocaleDateString('en-CA'),
  date: (date) => date.toLocaleDateString('en', { month: 'long', day: 'numeric', year: 'numeric' }),
  date_short: (date) => date.toLocaleDateString('en', { month: 'short', day: 'numeric', year: 'numeric' }),
  date_long: (date) =>
    date.toLocaleDateString('en', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }),
  time: (date) => clock(date),
  time_secs: (date) => date.toLocaleTimeString('en-GB'),
  ago: (date, now) => ago(date, now),
};

/** Fills the `{date_short} at {time}` of a Slack date in the reader's own time zone; an unknown word stays as it is. */
export function slackDate(seconds: number, format: string, now = new Date()): string {
  const date = new Date(seconds * 1000);
  return format.replace(/\{(\w+)\}/g, (whole, word: string) => {
    const pretty = word.endsWith('_pretty') ? nearDay(date, now) : null;
    return pretty ?? formats[word.replace(/_pretty$/, '')]?.(date, now) ?? whole;
  });
}

export function clock(date: Date): string {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** Today, Yesterday, Tomorrow or nothing. */
export function nearDay(date: Date, now: Date): string | null {
  const days = Math.round((midnight(date) - midnight(now)) / 86_400_000);
  return { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days] ?? null;
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function ago(date: Date, now: Date): string {
  const minutes = Math.round((date.getTime() - now.getTime()) / 60_000);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 48 * 60) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
}
