/** The tour as it happens: what a person did, what they saw, whether it was what the README promises. */
export type Transcript = {
  scene(title: string): void;
  did(who: string, what: string): void;
  saw(what: string): void;
  picture(name: string, alt: string): void;
  /** Something that must hold; a false one fails the demo. */
  holds(claim: string, true_: boolean): void;
  markdown(): string;
  summary(): string;
  failures(): number;
};

export function transcript(print: (line: string) => void): Transcript {
  const lines: string[] = ['# A tour of Penny', ''];
  const results: boolean[] = [];
  const add = (line: string, shown: string) => {
    lines.push(line);
    print(shown);
  };
  return {
    scene: (title) => add(`\n## ${title}\n`, `\n${title}`),
    did: (who, what) => add(`**${who}** ${what}  `, `  ${who} ${what}`),
    saw: (what) =>
      add(
        `> ${what.replaceAll('\n', '\n> ')}\n`,
        what
          .split('\n')
          .map((line) => `    ${line}`)
          .join('\n'),
      ),
    picture: (name, alt) => lines.push(`![${alt}](${name})\n`),
    holds(claim, true_) {
      results.push(true_);
      add(`- ${true_ ? '✓' : '✗'} ${claim}`, `    ${true_ ? '✓' : '✗ NOT:'} ${claim}`);
    },
    markdown: () => `${lines.join('\n')}\n`,
    summary: () => `${results.filter(Boolean).length} of ${results.length} claims hold.`,
    failures: () => results.filter((held) => !held).length,
  };
}
