import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, type FormEvent, type KeyboardEvent } from 'react';
import { MAX_PARTNER_NAME, type Partner } from '../../domain/earnings/partner-name';
import { partnersOf } from '../../planner/partners/partners-session';
import { Message } from './message';
import { KeptConflicts } from './sheet-clashes';
import { useObservable } from './use-observable';
import { usePlanner } from './use-planner';
import { useUnsavedInput } from './use-unsaved-input';

interface NamePartnerProps {
  partner: Partner;
  /** The place on the screen, for its input and its result: a name of its own for each. */
  where: string;
}

/** A quiet way to name a Partner ID without a name, where it is shown. With a name, it shows nothing. */
export function NamePartner({ partner: { partnerId, partnerName }, where }: NamePartnerProps) {
  const styles = useStyles();
  const session = usePlanner().session(partnersOf);
  const work = useObservable(session);
  const frame = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useUnsavedInput<string>(`name ${where}`);
  const isHere = work.place === where;
  const focusFrame = (): void => frame.current?.focus();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = (typed ?? '').trim();
    if (name === '' || work.isBusy) return;
    if (await session.name(partnerId, name, where)) setTyped(null);
    focusFrame();
  };
  const cancel = (): void => {
    setTyped(null);
    focusFrame();
  };
  const cancelOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') cancel();
  };
  const undo = isHere ? work.notice?.undo : null;
  if (partnerName && !(isHere && work.notice)) return null;
  return (
    <div ref={frame} tabIndex={-1} className={styles.frame} role="group" aria-label={`Name of Partner ID ${partnerId}`}>
      {isHere && work.notice && (
        <Message
          intent={work.notice.intent}
          actions={
            <>
              {undo && (
                <Button size="small" disabledFocusable={work.isBusy} onClick={() => void session.undo(undo).then(focusFrame)}>
                  Undo
                </Button>
              )}
              <Button size="small" onClick={session.dismiss}>
                Close
              </Button>
            </>
          }
        >
          {work.notice.sentence}
        </Message>
      )}
      {isHere && work.notice && <KeptConflicts conflicts={work.notice.conflicts} isBusy={work.isBusy} takeTheirs={() => null} />}
      {!partnerName && typed === null && (
        <Button
          size="small"
          appearance="transparent"
          className={styles.quiet}
          aria-label={`Add a name to Partner ID ${partnerId}`}
          onClick={() => setTyped('')}
        >
          Add a name
        </Button>
      )}
      {!partnerName && typed !== null && (
        <form className={styles.form} onSubmit={(event) => void save(event)} onKeyDown={cancelOnEscape}>
          <Input
            autoFocus
            size="small"
            className={styles.field}
            maxLength={MAX_PARTNER_NAME}
            aria-label={`Name for Partner ID ${partnerId}`}
            placeholder="For example, US"
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
          <Button size="small" type="submit" appearance="primary" disabledFocusable={typed.trim() === '' || work.isBusy}>
            {isHere && work.isBusy ? 'Saving' : 'Save'}
          </Button>
          <Button size="small" onClick={cancel}>
            Cancel
          </Button>
        </form>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, ':empty': { display: 'none' } },
  quiet: {
    justifySelf: 'start',
    minWidth: 0,
    paddingLeft: 0,
    paddingRight: 0,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
  },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  field: { flex: '1 1 120px', minWidth: 0, '& input': { minWidth: 0 } },
});
