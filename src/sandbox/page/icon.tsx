/** Strokes on a 20 by 20 grid, drawn here so that the page asks nobody for a font of icons. */
const strokes = {
  attach: 'M13.5 6.5v6a3.5 3.5 0 0 1-7 0v-7a2.5 2.5 0 0 1 5 0v6.5a1 1 0 0 1-2 0V7',
  bolt: 'M11 2.5 4.5 11H9l-1 6.5L15.5 9H11z',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  chevron: 'm6 8 4 4 4-4',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  down: 'M10 4v11m-4.5-4.5L10 15l4.5-4.5',
  download: 'M10 3.5v9m-4-4 4 4 4-4M4 16.5h12',
  dots: 'M10 5h.01M10 10h.01M10 15h.01',
  dotsWide: 'M5 10h.01M10 10h.01M15 10h.01',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Zm7.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  file: 'M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11.5 2.5V6H15',
  hash: 'M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13M3 12.5h13',
  home: 'm3 9.5 7-6 7 6M5 8.5v8h3.5v-4h3v4H15v-8',
  lock: 'M5 9h10v8H5zm2 0V6.5a3 3 0 0 1 6 0V9',
  menu: 'M3.5 5.5h13m-13 4.5h13m-13 4.5h13',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5 7c0-2.800 2-4.5 5-4.5s5 1.700 5 4.5M13 4a3 3 0 0 1 0 5.5m1.5 3c2 .6 3 2 3 4',
  receipt: 'M5 2.5h10v15l-2.5-1.5-2.5 1.5-2.5-1.5L5 17.5zM7.5 7h5m-5 3.5h5',
  reply: 'M3 4.5h14v9H9l-3.5 3v-3H3z',
  send: 'm3.5 4 13 6-13 6 2-6zm2 6h6',
  trash: 'M4 5.5h12M8 5.5v-2h4v2m-6.5 0 .7 11h7.600l.7-11M8.5 8.5v5m3-5v5',
  warning: 'M10 3 2.5 16.5h15zM10 8v4m0 2.200v.01',
} as const;

export type IconName = keyof typeof strokes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
