import { Button, makeStyles } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { copyText } from './copy';
import { UNSEEN } from './unseen-style';

/** Copies a text, and confirms it with its icon and name. */
export function CopyButton({ text, what, label }: { text: string; what: string; label?: string }) {
  const styles = useStyles();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  return (
    <>
      <Button
        size="small"
        appearance={label ? 'secondary' : 'subtle'}
        icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={label ? undefined : `Copy ${what}`}
        disabledFocusable={text === ''}
        onClick={async () => setCopied((await copyText(text)) ? text : null)}
      >
        {label}
      </Button>
      <span role="status" className={styles.unseen}>
        {isCopied ? `${what} copied.` : ''}
      </span>
    </>
  );
}

const useStyles = makeStyles({
  unseen: UNSEEN,
});
