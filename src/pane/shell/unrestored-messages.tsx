import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { toExcelError } from '../../storage/excel-error';
import { unrestored, describePlaces, type Unrestored, type UnrestoredTable } from '../../storage/unrestored';
import { copyText } from '../ui/copy';
import { Message } from '../ui/message';
import { useObservable } from '../ui/use-observable';

/** On every screen: what a failed write left behind, the former values, and a button to restore them. */
export function UnrestoredMessages({ onGone }: { onGone: () => void }) {
  const all = useObservable(unrestored);
  return all.map((result) => <UnrestoredMessage key={result.id} result={result} onGone={onGone} />);
}

function UnrestoredMessage({ result, onGone }: { result: Unrestored; onGone: () => void }) {
  const styles = useStyles();
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [asks, setAsks] = useState(false);
  const putBack = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setSaid(null);
    try {
      const outcome = await result.putBack(asks);
      if (outcome === 'put back') return onGone();
      setAsks(true);
    } catch (error) {
      setSaid(toExcelError(error).message);
    }
    setBusy(false);
  };
  const former = result.tables.filter(({ rows }) => rows.length > 0);
  const copy = async (): Promise<void> => {
    setSaid(
      (await copyText(former.map(asText).join('\n\n')))
        ? 'The former values are on the clipboard.'
        : "This version of Excel doesn't let add-ins copy. Select the values and copy them.",
    );
  };
  return (
    <section aria-label="Some values couldn't be put back" className={styles.all}>
      <Message
        intent="error"
        title="Some values couldn't be put back."
        actions={
          <>
            <Button size="small" disabledFocusable={isBusy} onClick={() => void putBack()}>
              {asks ? 'Put back and lose those changes' : 'Put back'}
            </Button>
            <Button
              size="small"
              appearance="transparent"
              onClick={() => {
                unrestored.leave(result.id);
                onGone();
              }}
            >
              Leave as is
            </Button>
          </>
        }
      >
        Excel stopped while writing. Check {describePlaces(result)}.{' '}
        {asks ? 'These tables have been changed since.' : 'Put back restores the former values when Excel responds again.'} As a last resort
        there is File &gt; Info &gt; Version History.
      </Message>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {former.length > 0 && (
        <details>
          <summary className={styles.summary}>Former values</summary>
          {former.map((table) => (
            <FormerRows key={table.name} table={table} />
          ))}
          <Button size="small" onClick={() => void copy()}>
            Copy former values
          </Button>
        </details>
      )}
    </section>
  );
}

function FormerRows({ table: { name, header, rows } }: { table: UnrestoredTable }) {
  const styles = useStyles();
  const shown = rows.slice(0, MAX_SHOWN);
  return (
    // scrolls sideways, so it must be focusable
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Former rows of ${name}`}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {name}
          {rows.length > MAX_SHOWN && `, first ${MAX_SHOWN} of ${rows.length} (Copy includes all)`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {header.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As cells to paste into a sheet. */
const asText = ({ name, header, rows }: UnrestoredTable): string =>
  [
    name,
    ['Row', ...header].join('\t'),
    ...rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell.replace(/[\t\n]/g, ' ').replace(/^[=+@-](?!\d)/, "'$&"))].join('\t')),
  ].join('\n');

const MAX_SHOWN = 20;

const useStyles = makeStyles({
  all: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  said: { margin: 0, ':empty': { display: 'none' } },
  summary: { cursor: 'pointer' },
  scroll: { overflowX: 'auto', marginBottom: tokens.spacingVerticalS },
  caption: { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, paddingTop: tokens.spacingVerticalXS },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      textAlign: 'start',
      padding: '2px 6px',
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      whiteSpace: 'nowrap',
    },
  },
});
