import type { PageProps } from '../app/index.ts';
import { attachAll, DayPage, PickButton, Remark, Tile, Viewer } from '../journal/index.ts';
import { InstrumentChecklists } from '../playbooks/index.ts';

const journal = { attachAll, PickButton, Remark, Tile, Viewer };

/** The page of a day with the instruments that are watched on it. */
export function TradingDayPage({ params }: PageProps<'day'>) {
  return <DayPage params={params} checklists={<InstrumentChecklists key={params.day} day={params.day} journal={journal} />} />;
}
