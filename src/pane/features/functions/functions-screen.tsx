import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  SearchBox,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { searchFunctions } from '../../../planner/functions/search-functions';

const FunctionForm = lazy(async () => ({
  default: (await import(/* webpackChunkName: "function-form" */ './function-form')).FunctionForm,
}));

/** Every COOP function by group: what it does, its arguments, worked examples, and Insert. */
export function FunctionsScreen() {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const found = searchFunctions(__CATALOGUE__, useDeferredValue(query));
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <>
      <SearchBox
        className={styles.search}
        placeholder="Search functions"
        aria-label="Search functions"
        value={query}
        onChange={(_, { value }) => setQuery(value)}
      />
      <p role="status" className={styles.count}>
        {found.length === 0
          ? `No function matches "${query}". Try a word such as split, deadline, or report.`
          : `${found.length} of ${__CATALOGUE__.length} functions`}
      </p>
      {groups.map((group) => (
        <section key={group} aria-labelledby={idOf(group)}>
          <h2 id={idOf(group)} className={styles.group}>
            {group}
          </h2>
          <Accordion
            collapsible
            openItems={open === null ? [] : [open]}
            onToggle={(_, { value }) => setOpen((was) => (was === value ? null : String(value)))}
            className={styles.list}
          >
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <AccordionItem key={entry.id} value={entry.id} className={styles.item}>
                  <AccordionHeader as="h3" expandIconPosition="end" size="small" className={styles.header}>
                    <span className={styles.heading}>
                      <span className={styles.name}>{entry.name}</span>
                      {open !== entry.id && <span className={styles.summary}>{firstSentence(entry.summary)}</span>}
                    </span>
                  </AccordionHeader>
                  <AccordionPanel className={styles.panel}>
                    <Suspense>
                      <FunctionForm entry={entry} />
                    </Suspense>
                  </AccordionPanel>
                </AccordionItem>
              ))}
          </Accordion>
        </section>
      ))}
    </>
  );
}

const idOf = (group: string): string => `group-${group.toLowerCase().replace(/\W+/g, '-')}`;
const firstSentence = (text: string): string => /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/[.:]$/, '') ?? text;

const useStyles = makeStyles({
  search: { maxWidth: 'none', minWidth: 0, '& input': { minWidth: 0 } },
  count: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  group: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: {
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: { '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` } },
  header: { '& button': { minHeight: '48px', paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS } },
  heading: { display: 'grid', textAlign: 'left', minWidth: 0 },
  name: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  summary: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  panel: { margin: 0, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
});
