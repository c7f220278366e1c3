import type { PageProps } from '../app/index.ts';
import { DayBreaches } from '../discipline/index.ts';
import { attachAll, DayPage, PickButton, Remark, Tile, Viewer } from '../journal/index.ts';
import { InstrumentChecklists } from '../playbooks/index.ts';

const journal = { attachAll, PickButton, Remark, Tile, Viewer };

/** The page of a day with the rules it broke and the instruments that are watched on it. */
export function TradingDayPage({ params }: PageProps<'day'>) {
  const { day } = params;
  return (
    <DayPage
      params={params}
      checklists={<InstrumentChecklists key={day} day={day} journal={journal} />}
      breaches={<DayBreaches day={day} />}
    />
  );
}
