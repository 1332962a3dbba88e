/** A rectangle in fractions of its page: 0–1, from the top left. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** A rectangle on one of a document's pages, which count from 1. */
export type Spot = { readonly page: number; readonly box: Box };

/** A run of characters without space, where it stands. `confidence` is 0–1; absent when it was not guessed (a text layer). */
export type Word = { readonly text: string; readonly box: Box; readonly confidence?: number; readonly bold?: boolean };

/**
 * What stands on one page, in no promised order. `width` and `height` are in points (1/72 inch) or pixels: only their ratio means something.
 * `turned` is how far the page was turned to be read, in degrees clockwise from how it lies in the file; absent when it was not.
 */
export type Page = {
  readonly number: number;
  readonly turned?: number;
  readonly width: number;
  readonly height: number;
  readonly source: 'text' | 'ocr';
  readonly words: readonly Word[];
};
