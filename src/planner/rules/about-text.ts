import type { AboutExcel } from '../../storage/excel/about';

/** What a bug report needs to know, one fact a line. */
export function aboutLines({ host, platform, version, sets, selfTest }: AboutExcel, running: string): string[] {
  const offered = sets.map((set) => `${set.name} ${set.version ?? 'none'}`);
  return [
    running,
    `${host} on ${PLATFORMS[platform] ?? platform}, version ${version || 'unknown'}`,
    `Requirement sets: ${offered.join(', ')}`,
    ...(selfTest
      ? [
          `Self-test: ${selfTest.notTrue} not TRUE`,
          selfTest.madeBy === running
            ? 'The self-test was made by this version.'
            : `The self-test was made by another version: ${selfTest.madeBy}`,
        ]
      : []),
  ];
}

const PLATFORMS: Record<string, string | undefined> = { PC: 'Windows', OfficeOnline: 'the web', iOS: 'iPad' };
