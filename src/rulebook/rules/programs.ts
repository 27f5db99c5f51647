import type { Day } from '../../domain/calendar/day';

/** A program as Partner Center names it, and what the rulebook needs to find its rules. */
export interface Program {
  name: string;
  aliases: readonly string[];
  /** First day of earnings with co-op; 'never' if the program has none; omitted if our sources don't say. */
  coopFrom?: Day | 'never';
  /** The guidebook's content rules that apply; omitted if our sources don't say. */
  content?: 'Surface' | 'Mixed Reality' | 'CSP, M365 and Hosting';
}

/**
 * Names are those of earnings reports; older report names, portal names, and common short names are aliases.
 * The portal's "Mixed Reality - Distributor" and "Surface ADD - PC" are read as the device distributor (ADD) programs
 * of Microsoft's threshold table; no source says so explicitly.
 */
export const PROGRAMS = [
  {
    name: 'Microsoft Commerce Incentives',
    aliases: [
      'MCI',
      'Microsoft Commerce Incentive',
      'Commerce Incentives',
      'Microsoft Commerce Incentives (MCI)',
      'Microsoft Commercial Incentives',
      'Microsoft Commercial Partner Incentives',
    ],
    coopFrom: '2022-11-01',
    content: 'CSP, M365 and Hosting',
  },
  {
    name: 'CSP Direct Bill Partner',
    aliases: [
      'CSP 1T Direct Partner',
      'CSP Direct Bill',
      'CSP Direct Partner',
      'CSP Direct',
      'Direct Bill',
      'Direct Bill Partner',
      'Cloud Solution Provider (CSP) Direct Bill Partner',
    ],
    coopFrom: '2020-01-01',
    content: 'CSP, M365 and Hosting',
  },
  {
    name: 'CSP Indirect Reseller',
    aliases: ['CSP 2T Indirect Reseller', 'Indirect Reseller', 'Cloud Solution Provider (CSP) Indirect Reseller'],
    coopFrom: '2020-01-01',
    content: 'CSP, M365 and Hosting',
  },
  {
    name: 'CSP Indirect Provider',
    aliases: ['CSP 2T Indirect Provider', 'Indirect Provider', 'Cloud Solution Provider (CSP) Indirect Provider'],
    content: 'CSP, M365 and Hosting',
  },
  { name: 'Authorized Distributor - EduWins', aliases: ['EduWins'] },
  { name: 'Authorized Distributor - Software', aliases: [] },
  { name: 'Hosting', aliases: ['Hosting Coop', 'Hosting program'], content: 'CSP, M365 and Hosting' },
  { name: 'IoT Channel Incentive', aliases: ['IoT', 'IoT Channel'] },
  {
    name: 'Mixed Reality ADD',
    aliases: ['Mixed Reality - Distributor', 'MR ADD'],
    content: 'Mixed Reality',
  },
  {
    name: 'Mixed Reality ADR & DMP',
    aliases: ['Mixed Reality - Reseller', 'Mixed Reality ADR', 'Mixed Reality DMP', 'MR ADR & DMP'],
    content: 'Mixed Reality',
  },
  { name: 'OEM Reseller - Software', aliases: ['OEM Reseller'] },
  {
    name: 'Surface PC and Surface Hub ADD',
    aliases: [
      'Surface ADD',
      'Surface ADD - PC',
      'Surface ADD - Hub',
      'Surface PC ADD',
      'Surface Hub ADD',
      'Surface PC and Hub',
      'Surface PC and Surface Hub Authorized Device Distributor (ADD)',
      'Surface PC',
      'Surface Hub',
      'Surface',
    ],
    content: 'Surface',
  },
  { name: 'Surface Hub ADR', aliases: ['ADR-HUB', 'Surface ADR - Hub'] },
  { name: 'Managed Reseller', aliases: [] },
  {
    name: 'Online Services Advisory (OSA) Sell',
    aliases: ['OSA', 'OSA Sell', 'Online Services Advisory', 'Online Services Advisor', 'Microsoft Online Service Advisor (OSA)'],
    coopFrom: 'never',
  },
  {
    name: 'OSU - Microsoft 365',
    aliases: ['OSU M365', 'Online Services Usage (OSU) - Microsoft 365', 'Online Services Usage - Microsoft 365'],
    coopFrom: 'never',
  },
  {
    name: 'OSU - Business Applications',
    aliases: [
      'OSU - Business Application',
      'Online Services Usage (OSU) - Business Application',
      'Online Services Usage (OSU) - Business Applications',
      'Online Services Usage - Business Applications',
    ],
    coopFrom: 'never',
  },
] as const satisfies readonly Program[];

/** A program's canonical display name. */
export type ProgramId = (typeof PROGRAMS)[number]['name'];

/** The default program. */
export const DEFAULT_PROGRAM = 'Microsoft Commerce Incentives' satisfies ProgramId;

/** The data of one program. */
export function programOf(id: ProgramId): Program {
  return PROGRAMS.find((program) => program.name === id)!;
}

/** The first day of earnings with co-op; null if no source gives one or the program never has co-op. */
export function firstCoopDay(id: ProgramId): Day | null {
  const { coopFrom } = programOf(id);
  return coopFrom === undefined || coopFrom === 'never' ? null : coopFrom;
}
