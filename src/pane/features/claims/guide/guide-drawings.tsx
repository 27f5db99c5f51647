import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { GuideStep } from '../../../../rulebook/claiming';

/** A small drawing of a step; decorative, since the text next to it says the same. */
export function GuideDrawing({ step }: { step: GuideStep['id'] }) {
  const styles = useStyles();
  return (
    <svg
      viewBox="0 0 64 48"
      width="64"
      height="48"
      className={styles.drawing}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {DRAWINGS[step]}
    </svg>
  );
}

/** A page of the portal: a bar at its top and what is on it. */
const Page = ({ children }: { children: ReactNode }) => (
  <>
    <rect x="5" y="5" width="54" height="38" rx="3" />
    <path d="M5 13h54" />
    {children}
  </>
);

const DRAWINGS: Record<GuideStep['id'], ReactNode> = {
  funds: (
    <Page>
      <path d="M12 36V28M22 36V20M32 36V25" strokeWidth="5" />
      <circle cx="48" cy="28" r="6" />
      <path d="M48 25v6M46 28h4" />
    </Page>
  ),
  create: (
    <Page>
      <path d="M12 20h14M12 27h14M12 34h14" />
      <rect x="30" y="17" width="22" height="5" rx="1" />
      <rect x="30" y="25" width="22" height="5" rx="1" />
      <rect x="30" y="33" width="12" height="5" rx="1" />
    </Page>
  ),
  cost: (
    <>
      <path d="M14 5h24l8 8v30H14z" />
      <path d="M38 5v8h8M20 20h20M20 26h20" />
      <path d="M20 35h8M36 35h4" strokeWidth="3" />
    </>
  ),
  proof: (
    <>
      <rect x="6" y="9" width="36" height="28" rx="3" />
      <path d="M6 30l10-9 8 7 5-4 13 11" />
      <circle cx="33" cy="17" r="3" />
      <path d="M47 30l4 4 8-9" strokeWidth="3" />
    </>
  ),
  submit: (
    <>
      <path d="M6 24L56 6 42 42 29 29z" />
      <path d="M56 6L29 29v11l5-6" />
    </>
  ),
  track: (
    <>
      <path d="M12 24h40" />
      <circle cx="12" cy="24" r="5" fill="currentColor" />
      <circle cx="26" cy="24" r="5" fill="currentColor" />
      <circle cx="40" cy="24" r="5" />
      <circle cx="54" cy="24" r="5" />
      <path d="M40 10v6M37 13l3 3 3-3" />
    </>
  ),
};

const useStyles = makeStyles({
  drawing: { flexShrink: 0, color: tokens.colorBrandForeground1 },
});
