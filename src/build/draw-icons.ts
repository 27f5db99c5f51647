import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The sizes in the manifest. */
const SIZES = [16, 32, 64, 80];
const ASSETS = fileURLToPath(new URL('../../assets/', import.meta.url));

/** Renders assets/icon.svg as the PNG files that Office requires. Run `npm run draw-icons` after changing the drawing. */
async function drawIcons(): Promise<void> {
  const svg = readFileSync(`${ASSETS}icon.svg`, 'utf8');
  const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      writeFileSync(`${ASSETS}icon-${size}.png`, await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

await drawIcons();
