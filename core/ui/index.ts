export { Button, LinkButton, type ButtonTone } from './actions/button.tsx';
export { FileButton } from './actions/fileButton.tsx';
export { IconButton } from './actions/iconButton.tsx';
export { Kbd } from './actions/kbd.tsx';
export { Menu, type MenuItem } from './actions/menu.tsx';
export { isTyping } from './actions/typing.ts';
export { classes } from './classes.ts';

export { DayGrid } from './days/dayGrid.tsx';
export { HeatSquare } from './days/heatSquare.tsx';

export { Checkbox } from './fields/checkbox.tsx';
export { Combobox, type Suggestion } from './fields/combobox.tsx';
export { DayField } from './fields/dayField.tsx';
export { FieldGroup } from './fields/fieldGroup.tsx';
export { MoneyField } from './fields/moneyField.tsx';
export { NumberField } from './fields/numberField.tsx';
export { Rating } from './fields/rating.tsx';
export { SegmentedControl } from './fields/segmentedControl.tsx';
export { Select, type Choice } from './fields/select.tsx';
export { Switch } from './fields/switch.tsx';
export { TagsField } from './fields/tagsField.tsx';
export { TextArea } from './fields/textArea.tsx';
export { TextField } from './fields/textField.tsx';
export { TimeField } from './fields/timeField.tsx';

export { Amount, RMultiple } from './figures/amount.tsx';
export { GradeMark } from './figures/gradeMark.tsx';
export { Nets } from './figures/nets.tsx';
export type { PositionStatus } from './figures/positionStatus.ts';
export { Status } from './figures/status.tsx';

export { type Formats } from './format/formats.ts';

export { BackLink } from './frames/backLink.tsx';
export { Card, Section } from './frames/card.tsx';
export { Dialog, Sheet } from './frames/dialog.tsx';
export { DialogForm } from './frames/dialogForm.tsx';
export { Page } from './frames/page.tsx';
export { Tabs } from './frames/tabs.tsx';
export { Tooltip } from './frames/tooltip.tsx';

export { Icon, type IconName } from './icons/icon.tsx';

export { ColumnChoice } from './lists/columnChoice.tsx';
export { DataTable } from './lists/dataTable.tsx';
export { DefinitionList } from './lists/definitionList.tsx';
export { FigureTable } from './lists/figureTable.tsx';
export { List, ListItem } from './lists/list.tsx';
export { OrderedList, type Moving } from './lists/orderedList.tsx';
export { useIsPhone } from './lists/media.ts';
export type { Column, Sort } from './lists/rows.ts';
export { Timeline, type TimelineEntry } from './lists/timeline.tsx';

export { Badge } from './notices/badge.tsx';
export { Banner } from './notices/banner.tsx';
export { Chip, ChipRow } from './notices/chip.tsx';
export { ConflictMark, OfflineMark, PendingMark } from './notices/marks.tsx';
export { PersonChip } from './notices/personChip.tsx';
export { EmptyState, ErrorState, OfflineState } from './notices/placeholder.tsx';
export { Progress } from './notices/progress.tsx';
export { Skeleton } from './notices/skeleton.tsx';
export { Toasts, type ToastMessage } from './notices/toast.tsx';

export { Prose } from './text/prose.tsx';

export { PartsSetting, useFormats } from './setting/setting.tsx';
export type { PartWords } from './setting/words.ts';
