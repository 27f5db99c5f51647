import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { CLAIM_STATUSES } from '../../../../domain/claims/claim';
import { statusName } from '../../../../domain/claims/claim-status';
import { useClaimStyles } from '../claim-styles';
import { TURNS, type ClaimSearch, type ListedClaim, type Turn } from '../../../../planner/claims/order-claims';
import { plural } from '../../../../domain/text/plural';

interface ClaimsFilterProps {
  search: ClaimSearch;
  claims: readonly (ListedClaim & { turn: Turn })[];
  /** The number of matches. */
  count: number;
  onNarrow: (search: Partial<ClaimSearch>) => void;
}

/** Filters a long list by words, by whose turn it is, or by status. */
export function ClaimsFilter({ search: { text, where }, claims, count, onNarrow }: ClaimsFilterProps) {
  const styles = useClaimStyles();
  const ownStyles = useStyles();
  const turns = TURNS.map((group) => ({ ...group, number: claims.filter(({ turn }) => turn === group.turn).length }));
  const statuses = CLAIM_STATUSES.map((status) => ({ status, number: claims.filter(({ view }) => view.status === status).length }));
  const isNarrowed = text.trim() !== '' || where !== '';
  return (
    <div role="search" aria-label="Claims" className={styles.close}>
      <div className={styles.pair}>
        <Field label="Find" size="small">
          <SearchBox
            className={ownStyles.search}
            size="small"
            placeholder="Search by any word"
            value={text}
            onChange={(_, { value }) => onNarrow({ text: value })}
          />
        </Field>
        <Field label="Show" size="small">
          <Select size="small" className={styles.field} value={where} onChange={(_, { value }) => onNarrow({ where: value })}>
            <option value="">All claims</option>
            {turns
              .filter(({ turn, number }) => number > 0 || turn === where)
              .map(({ turn, title, number }) => (
                <option key={turn} value={turn}>
                  {title}, {number}
                </option>
              ))}
            <optgroup label="By status">
              {statuses
                .filter(({ status, number }) => number > 0 || status === where)
                .map(({ status, number }) => (
                  <option key={status} value={status}>
                    {statusName(status)}, {number}
                  </option>
                ))}
            </optgroup>
          </Select>
        </Field>
      </div>
      <div role="status" className={ownStyles.found}>
        {isNarrowed && <p className={styles.quiet}>{count === 0 ? 'No claims found.' : `${plural(count, 'claim')} found.`}</p>}
      </div>
      {isNarrowed && (
        <div>
          <Button size="small" onClick={() => onNarrow({ text: '', where: '' })}>
            Show all claims
          </Button>
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none', minWidth: 0, '& input': { minWidth: 0 } },
  found: { ':empty': { display: 'none' }, paddingTop: tokens.spacingVerticalXXS },
});
