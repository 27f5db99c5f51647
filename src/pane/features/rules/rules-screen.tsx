import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  makeStyles,
  SearchBox,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { formatDay, isDay, type Day } from '../../../domain/calendar/day';
import { RuleCard } from '../../ui/rule-card';
import { About } from './about';
import { Contradictions } from './contradictions';
import { findContradictions, findRules, TOPICS } from '../../../planner/rules/find-rules';
import { HowCurrent } from './how-current';
import { OwnRulesSection } from './own-rules-section';
import { plural } from '../../../domain/text/plural';
import { DayInput } from '../../ui/day-input';

const DISAGREE = 'disagree';

/** Every rule by topic and date with its source, the workbook's own first, and where sources disagree. */
export function RulesScreen() {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const [on, setOn] = useState('');
  const [open, setOpen] = useState<readonly string[]>([]);
  const asked = useDeferredValue(query);
  const day = isDay(on) ? on : null;
  const rules = useMemo(() => findRules(asked, day), [asked, day]);
  const contradictions = useMemo(() => findContradictions(asked), [asked]);
  const topics = TOPICS.map((topic) => ({ ...topic, rules: rules.filter((rule) => rule.topic === topic.topic) })).filter(
    (topic) => topic.rules.length > 0,
  );
  const searching = asked.trim() !== '';
  const openItems = searching ? [...topics.map(({ topic }) => topic), DISAGREE] : open;
  return (
    <>
      <div className={styles.filters}>
        <SearchBox
          className={styles.search}
          placeholder="Search rules"
          aria-label="Search rules"
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
        <Field label="In force on" orientation="horizontal" size="small" className={styles.on}>
          <DayInput className={styles.date} value={on} onChange={(_, { value }) => setOn(value)} />
        </Field>
        {on !== '' && (
          <Button size="small" appearance="subtle" onClick={() => setOn('')}>
            All dates
          </Button>
        )}
      </div>
      <p role="status" className={styles.count}>
        {sentence(rules.length, contradictions.length, asked, day)}
      </p>
      {!searching && <HowCurrent />}
      {!searching && <OwnRulesSection />}
      <Accordion
        multiple
        collapsible
        openItems={[...openItems]}
        onToggle={(_, data) => setOpen(data.openItems as string[])}
        className={styles.topics}
      >
        {topics.map(({ topic, title, rules: ofTopic }) => (
          <AccordionItem key={topic} value={topic}>
            <AccordionHeader as="h2" expandIconPosition="end" expandIcon={{ className: styles.arrow }}>
              <span className={styles.topic}>
                <span className={styles.title}>{title}</span>
                <span className={styles.number}>{ofTopic.length}</span>
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              {ofTopic.map((rule) => (
                <RuleCard key={rule.id} rule={rule} to={rule.to} />
              ))}
            </AccordionPanel>
          </AccordionItem>
        ))}
        {contradictions.length > 0 && (
          <AccordionItem value={DISAGREE}>
            <AccordionHeader as="h2" expandIconPosition="end" expandIcon={{ className: styles.arrow }}>
              <span className={styles.topic}>
                <span className={styles.title}>Where sources disagree</span>
                <span className={styles.number}>{contradictions.length}</span>
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <Contradictions contradictions={contradictions} />
            </AccordionPanel>
          </AccordionItem>
        )}
      </Accordion>
      {!searching && <About />}
    </>
  );
}

function sentence(rules: number, contradictions: number, query: string, day: Day | null): string {
  if (rules + contradictions === 0)
    return `No rules match${query.trim() ? ` "${query.trim()}"` : ''}${day ? ` on ${formatDay(day)}` : ''}.`;
  const found = `${plural(rules, 'rule')}${day ? ` in force on ${formatDay(day)}` : ''}`;
  return query.trim() ? `${found} and ${plural(contradictions, 'disagreement')} with "${query.trim()}"` : found;
}

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, maxWidth: 'none', minWidth: 0, '& input': { minWidth: 0 }, flexBasis: '100%' },
  date: { minWidth: 0 },
  on: {
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    '@media (max-width: 240px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& label': { whiteSpace: 'nowrap' },
  },
  count: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  topics: {
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':empty': { display: 'none' },
    '& > * + *': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
  // Fluent's arrow takes all free room
  arrow: { flexGrow: 0, flexBasis: 'auto' },
  topic: {
    display: 'flex',
    flexGrow: 1,
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    justifyContent: 'space-between',
    alignItems: 'baseline',
  },
  title: typographyStyles.body1Strong,
  number: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    paddingRight: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  panel: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM}`,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
});
