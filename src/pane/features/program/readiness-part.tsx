import { Button } from '@fluentui/react-components';
import { formatDay } from '../../../domain/calendar/day';
import { comparableId } from '../../../domain/earnings/partner-id';
import { describePartner, withPartnerName } from '../../../domain/earnings/partner-name';
import { ABOUT_ITEM, isOverdue, READINESS_ITEMS } from '../../../domain/program/readiness';
import type { Finding } from '../../../domain/finding';
import { partnersIn } from '../../../planner/partners/partners-in';
import { blankRecord, rowEdit, type ProgramRows } from '../../../planner/program/program-rows';
import { programOf } from '../../../planner/program/program-session';
import { READINESS } from '../../../storage/program/program-tables';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { usePartnerNames, useReading } from '../../ui/use-planning';
import { RecordList } from './record-list';
import { useProgramStyles } from './program-styles';

/** What each Partner ID needs to earn and to be paid, and when it is checked again. */
export function ReadinessPart({ rows }: { rows: ProgramRows }) {
  const styles = useProgramStyles();
  const planner = usePlanner();
  const session = planner.session(programOf);
  const { isBusy } = useObservable(session);
  const { read, asOf } = useReading();
  const names = usePartnerNames();
  const known = new Set(rows.readiness.map(({ record }) => comparableId(record.partnerId)));
  const without = partnersIn(read).filter(({ partnerId }) => !known.has(comparableId(partnerId)));
  const begin = (): void =>
    void session.save(
      READINESS,
      without.flatMap(({ partnerId }) =>
        READINESS_ITEMS.map((item) => rowEdit(READINESS, null, { ...blankRecord(READINESS), partnerId, item, nextCheck: asOf })),
      ),
      `Added the items of ${without.length === 1 ? `Partner ID ${without[0]!.partnerId}` : `${without.length} Partner IDs`}.`,
    );
  return (
    <>
      {without.length > 0 && (
        <div>
          <Button size="small" disabledFocusable={isBusy} onClick={begin}>
            Start the list for {without.length === 1 ? `Partner ID ${without[0]!.partnerId}` : `${without.length} Partner IDs`}
          </Button>
        </div>
      )}
      {rows.readiness.length === 0 && <p className={styles.quiet}>No items yet. Enrollment, profiles, and roles are kept here.</p>}
      <RecordList
        table={READINESS}
        rows={rows.readiness}
        noun="item"
        addLabel="Add an item"
        groups={[{ title: 'Item', fields: ['partnerId', 'item', 'state', 'on', 'who', 'nextCheck', 'note'] }]}
        offers={{ item: READINESS_ITEMS }}
        titleOf={({ item, partnerId }) => `${item || 'No item'} · ${describePartner(withPartnerName({ partnerId }, names))}`}
        badgeOf={({ state }) => state}
        linesOf={({ on, who, nextCheck, note, item }) =>
          [
            ABOUT_ITEM[item as keyof typeof ABOUT_ITEM] ?? '',
            [on ? `Since ${formatDay(on)}` : '', who ? `by ${who}` : '', nextCheck ? `next check ${formatDay(nextCheck)}` : 'no next check']
              .filter(Boolean)
              .join(', '),
            note,
          ].filter(Boolean)
        }
        findingsOf={(record): Finding[] => (isOverdue(record, asOf) ? [{ level: 'warning', message: 'Its check is due.' }] : [])}
        settle={(form, was) => (was && form['state'] !== was['state'] && form['on'] === was['on'] ? { ...form, on: asOf } : form)}
      />
    </>
  );
}
