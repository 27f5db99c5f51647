/** The widths of ! to ~, beginning with the space, in thousandths of the font size: of Carlito, which is as wide as Calibri. */
const REGULAR =
  '226 326 401 498 507 715 682 221 303 303 498 498 250 306 252 386 507 507 507 507 507 507 507 507 507 507 268 268 498 498 498 463 894 579 544 533 615 488 459 631 623 252 319 520 420 855 646 662 517 673 543 459 487 642 567 890 519 487 468 307 386 307 498 498 291 479 525 423 525 498 305 471 525 229 239 455 229 799 525 527 525 525 349 391 335 525 452 715 433 453 395 314 460 314 498';
const BOLD =
  '226 326 438 498 507 729 705 233 312 312 498 498 258 306 267 430 507 507 507 507 507 507 507 507 507 507 276 276 498 498 498 463 898 606 561 529 630 488 459 637 631 267 331 547 423 874 659 676 532 686 563 473 495 653 591 906 551 520 478 325 430 325 498 498 300 494 537 418 537 503 316 474 537 246 255 480 246 813 537 538 537 537 355 399 347 537 473 745 459 474 397 344 475 344 498';
const [regular, bold] = [REGULAR, BOLD].map((widths) => widths.split(' ').map(Number)) as [number[], number[]];
/** Of any other character. */
const OTHER = 905;

interface Font {
  bold?: boolean;
  size?: number;
}

/** How wide a text is in a sheet, in points. */
export function textWidth(text: string, { bold: isBold = false, size = 11 }: Font = {}): number {
  const widths = isBold ? bold : regular;
  return ([...text].reduce((sum, sign) => sum + (widths[sign.charCodeAt(0) - 32] ?? OTHER), 0) * size) / 1000;
}

/** How many lines a text takes in a width in points, broken between words. A word wider than that makes it Infinity. */
export function wrappedLines(text: string, width: number, font: Font = {}): number {
  let lines = 0;
  for (const part of text.split('\n')) {
    let rest = 0;
    lines++;
    for (const word of part.split(' ')) {
      const wordWidth = textWidth(word, font);
      if (wordWidth > width) return Infinity;
      if (rest > 0 && rest + wordWidth > width) {
        lines++;
        rest = 0;
      }
      rest += wordWidth + textWidth(' ', font);
    }
  }
  return lines;
}

/** The contrast of two colors such as #1F1F1F, from 1 to 21, as the Web Content Accessibility Guidelines define it. */
export function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = [1, 3, 5].map((from) => {
      const part = parseInt(color.slice(from, from + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
