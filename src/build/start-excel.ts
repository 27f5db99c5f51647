import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const BY_HAND = `Sideloading by hand, in Excel on the web or anywhere else:
  1. npm start, and leave it running on port 3000.
  2. Open https://localhost:3000/taskpane.html in the same browser once and accept the certificate.
  3. In Excel: Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in, and choose dist/manifest.xml.
Excel then loads the add-in from this machine, so the workbook shows #NAME? on any other.`;

/** `npm run start:excel`: sideloads the add-in into Excel for Windows or Mac; on other systems, prints the manual steps. */
function startExcel(): number {
  if (!existsSync(`${ROOT}dist/manifest.xml`)) {
    console.log('There is no built add-in yet. Run npm start (or npm run build) first.');
    return 1;
  }
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    console.log(`Excel doesn't run on this system.\n\n${BY_HAND}`);
    return 0;
  }
  console.log('Starting Excel with the add-in. Leave npm start running. To remove the add-in, run npm run start:excel -- stop.');
  // Not a dependency, since it's only useful with Excel and can't be installed everywhere.
  const verb = process.argv[2] === 'stop' ? 'stop' : 'start';
  const { status } = spawnSync('npx', ['--yes', 'office-addin-debugging', verb, 'dist/manifest.xml', 'desktop', '--no-debug'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.log(`\nThat didn't work.\n\n${BY_HAND}`);
  return status ?? 1;
}

process.exitCode = startExcel();
