/**
 * Engagements of partner-led funding that a distributor's guide of 2025 lists (partner-center-ip); any other may be typed.
 * Sizes are in the names.
 */
export const FUNDING_ENGAGEMENTS: readonly string[] = [
  'AMM PL: Factory Azure Vmware Solution',
  'AMM PL: Factory Infra/DB Migration',
  'AMM PL: Factory VDI Migration',
  'AMM PL: GSI Assess & Plan (XL)',
  'AMM PL: GSI Assess & Plan (XXL)',
  'AMM PL: Infra/Database Migration + MDC SMB (Small)',
  'AMM PL: Infra/Database Migration + MDC SMB (XS)',
  'AMM PL: Infra/Database Migration SMB (Small)',
  'AMM PL: Infra/Database Migration SMB (XS)',
  'AMM PL for ISV SAP RISE (L)',
  'Azure Innovate PL: AI Apps Deployment SMB (Small)',
  'Azure Innovate PL: AI Apps Deployment SMB (XS)',
  'Azure Innovate PL: Analytics Deployment SMB (Small)',
  'Azure Innovate PL: Analytics Deployment SMB (XS)',
  'Azure Innovate PL: Factory Analytics',
  'Azure Innovate PL: Factory App Migration',
  'Azure Innovate PL: Factory Infra Migration',
  'Azure Innovate PL: GSI AI Apps POV (L)',
  'Azure Innovate PL: GSI AI Apps POV (XL)',
  'Azure Innovate PL: GSI AI Platform POV (L)',
  'Azure Innovate PL: GSI AI Platform POV (XL)',
  'Azure Innovate PL: GSI Analytics POV (L)',
  'Azure Innovate PL: GSI Analytics POV (XL)',
  'SPF GSI - Transform - Tech Resources',
  'SPF GSI - Win Payment - AI 100',
];
