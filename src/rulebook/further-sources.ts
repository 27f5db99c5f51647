import type { Source } from './sources';

/** Documents cited only where sources disagree. */
export const FURTHER_SOURCES = {
  'vuzion-2019': {
    title: 'Forthcoming changes to Microsoft Co-op and CSP Indirect Reseller incentives',
    publisher: 'Vuzion',
    date: '2019',
    address: 'https://vuzion.cloud/latest-news/forthcoming-changes-to-microsoft-co-op-and-csp-indirect-reseller-incentives',
    trust: 'channel',
  },
} as const satisfies Record<string, Source>;
