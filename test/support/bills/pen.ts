import { type PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';

export type Colour = readonly [number, number, number];
export type Hand = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: Colour;
  readonly right?: boolean;
};

/** Draws on a page from its top left corner, in points. */
export type Pen = {
  readonly width: number;
  readonly height: number;
  text(said: string, x: number, y: number, hand?: Hand): void;
  box(x: number, y: number, width: number, height: number, colour: Colour): void;
  dot(x: number, y: number, size: number, colour: Colour): void;
  newPage(): void;
};

const ink = ([red, green, blue]: Colour) => rgb(red, green, blue);

const black: Colour = [0.12, 0.12, 0.14];

const faces = {
  sans: [StandardFonts.Helvetica, StandardFonts.HelveticaBold],
  serif: [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold],
  typed: [StandardFonts.Courier, StandardFonts.CourierBold],
} as const;

export async function penFor(
  pdf: PDFDocument,
  paper: readonly [number, number],
  face: keyof typeof faces,
): Promise<Pen> {
  const [plain, strong] = await Promise.all(faces[face].map((font) => pdf.embedFont(font)));
  const [width, height] = paper;
  let page: PDFPage = pdf.addPage([width, height]);
  return {
    width,
    height,
    text(said, x, y, { size = 9.5, bold = false, colour = black, right = false } = {}) {
      const font = (bold ? strong : plain) as PDFFont;
      const start = right ? x - font.widthOfTextAtSize(said, size) : x;
      page.drawText(said, { x: start, y: height - y, size, font, color: ink(colour) });
    },
    box: (x, y, boxWidth, boxHeight, colour) =>
      page.drawRectangle({ x, y: height - y - boxHeight, width: boxWidth, height: boxHeight, color: ink(colour) }),
    dot: (x, y, size, colour) => page.drawCircle({ x, y: height - y, size, color: ink(colour) }),
    newPage() {
      page = pdf.addPage([width, height]);
    },
  };
}
