// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/conflict_form.h"

#include "ui/common/theme.h"
#include "ui/grid/rows/cell_text.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace joinery::ui {

using session::RowChange;

namespace {

constexpr int kShown = 26;   // characters of a value
constexpr int kTip = 2'000;

QString wordsOf(const driver::Value &value, const GridColumn &column)
{
    const GridModel::Cell cell = cellOf(value, column);
    switch (cell.kind) {
    case GridModel::Cell::Kind::Null: return QStringLiteral("NULL");
    case GridModel::Cell::Kind::Given: return ConflictForm::tr("default");
    case GridModel::Cell::Kind::Empty: return ConflictForm::tr("(empty)");
    default: break;
    }
    const QString text = cell.text.size() > kShown ? QString(cell.text.left(kShown) % u'…') : cell.text;
    return cell.size.isEmpty() ? text : QString(text % u"  " % cell.size);
}

QLabel *label(const QString &text, const char *role, QWidget *body)
{
    auto *label = new QLabel(text, body);
    label->setTextFormat(Qt::PlainText);
    if (role)
        label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QLabel *valueLabel(const driver::Value &value, const GridColumn &column, bool dim, QWidget *body)
{
    QLabel *shown = label(wordsOf(value, column), dim || value.isNull() ? "dim" : nullptr, body);
    if (column.look != GridColumn::Look::Text)
        shown->setFont(theme().monospaced());
    shown->setToolTip(value.toText().left(kTip));
    return shown;
}

} // namespace

QString rowText(const RowChange &change)
{
    QStringList words;
    for (const driver::Value &value : change.key)
        words.append(value.toText().left(40));
    return words.join(QStringLiteral(", ")).left(60);
}

ConflictForm::ConflictForm(ConflictChoices &choices, std::vector<GridColumn> columns, QWidget *parent)
    : QScrollArea(parent), m_choices(choices), m_columns(std::move(columns))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Theirs, mine and before"));
}

QRadioButton *ConflictForm::button(const QString &text, bool checked, QWidget *body, const std::function<void()> &choose)
{
    auto *button = new QRadioButton(QString(text).replace(u'&', QStringLiteral("&&")), body);
    button->setAutoExclusive(false);
    button->setChecked(checked);
    connect(button, &QRadioButton::toggled, this, [this, choose](bool on) {
        if (!on)
            return;
        choose();
        Q_EMIT chosen();
    });
    return button;
}

void ConflictForm::show(size_t row)
{
    m_row = row;
    const ConflictChoices::Row &of = m_choices.rows()[row];
    auto *body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(4);
    if (of.isSettled() || of.needsWhole())
        addWhole(of, body, *grid);
    if (!of.conflict.isGone() || of.change.kind != RowChange::Kind::Delete)
        addCells(of, body, *grid);
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(body);
}

/// A row that is gone, or that was to go: one choice for it.
void ConflictForm::addWhole(const ConflictChoices::Row &of, QWidget *body, QGridLayout &grid)
{
    const bool gone = of.conflict.isGone();
    QLabel *words = label(of.isSettled() && gone ? tr("Somebody else deleted this row already. Nothing is left to do.")
                          : of.isSettled() ? tr("Somebody else wrote the same. Nothing is left to choose.")
                          : gone         ? tr("Somebody else deleted this row, or changed its key.")
                                         : tr("You want to delete this row, and somebody else changed it."), nullptr, body);
    words->setWordWrap(true);
    grid.addWidget(words, grid.rowCount(), 0, 1, 4);
    if (of.isSettled())
        return;
    auto *group = new QButtonGroup(body);
    const size_t row = m_row;
    const auto add = [&](const QString &text, Side side) {
        QRadioButton *choice = button(text, of.whole == side, body, [this, row, side] { m_choices.choose(row, side); });
        group->addButton(choice);
        grid.addWidget(choice, grid.rowCount(), 0, 1, 4);
        return choice;
    };
    add(gone ? tr("Give up my changes") : tr("Keep the row as it is now"), Side::Theirs);
    QRadioButton *mine = add(gone ? tr("Insert the row again, with my changes") : tr("Delete it all the same"), Side::Mine);
    if (!of.lost.isEmpty()) {
        mine->setEnabled(false);
        QLabel *why = label(tr("It cannot be inserted again: %1 was read only in part.").arg(of.lost.join(tr(", "))), "dim", body);
        why->setWordWrap(true);
        grid.addWidget(why, grid.rowCount(), 0, 1, 4);
    }
    group->setExclusive(true);
    grid.setRowMinimumHeight(grid.rowCount(), 8);
}

/// What one side or both changed, a line for each column.
void ConflictForm::addCells(const ConflictChoices::Row &of, QWidget *body, QGridLayout &grid)
{
    const int head = grid.rowCount();
    const bool gone = of.conflict.isGone();
    const bool deleting = of.change.kind == RowChange::Kind::Delete;
    int place = 0;
    for (const QString &heading : {tr("Column"), tr("Before"), tr("Theirs"), tr("Mine")}) {
        if (!((place == 2 && gone) || (place == 3 && deleting)))
            grid.addWidget(label(heading, "section", body), head, place);
        ++place;
    }
    for (size_t i = 0; i < m_columns.size() && i < of.change.before.size(); ++i) {
        const GridColumn &column = m_columns[i];
        const bool isMine = of.change.values.contains(column.name);
        const bool isTheirs = !gone && of.conflict.theirs[i] != of.change.before[i];
        if (!isMine && !isTheirs && !(gone && column.isKey))
            continue;
        const int line = grid.rowCount();
        const driver::Value mine = of.change.values.value(column.name);
        grid.addWidget(label(column.name, nullptr, body), line, 0);
        grid.addWidget(valueLabel(of.change.before[i], column, true, body), line, 1);
        if (of.columns.contains(column.name)) {
            auto *group = new QButtonGroup(body);
            const auto side = of.sides.constFind(column.name);
            const auto add = [&](const driver::Value &value, Side which, const QString &says) {
                const size_t row = m_row;
                const bool checked = side != of.sides.constEnd() && *side == which;
                QRadioButton *choice = button(wordsOf(value, column), checked, body,
                                              [this, row, name = column.name, which] { m_choices.choose(row, name, which); });
                choice->setFont(column.look == GridColumn::Look::Text ? font() : theme().monospaced());
                choice->setToolTip(value.toText().left(kTip));
                choice->setAccessibleName(says.arg(column.name, wordsOf(value, column)));
                group->addButton(choice);
                return choice;
            };
            grid.addWidget(add(of.conflict.theirs[i], Side::Theirs, tr("%1, theirs: %2")), line, 2);
            grid.addWidget(add(mine, Side::Mine, tr("%1, mine: %2")), line, 3);
            group->setExclusive(true);
            continue;
        }
        if (!gone)
            grid.addWidget(valueLabel(of.conflict.theirs[i], column, !isTheirs, body), line, 2);
        if (isMine)
            grid.addWidget(valueLabel(mine, column, false, body), line, 3);
        else if (!deleting && !gone)
            grid.addWidget(label(tr("not changed"), "dim", body), line, 3);
    }
    grid.setColumnStretch(3, 1);
}

} // namespace joinery::ui
