// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/replace_dialog.h"

#include "ui/common/theme.h"
#include "ui/grid/edit/warning_box.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr size_t kMostShown = 500;

QString keyText(const Replacement::Cell &cell)
{
    QStringList words;
    for (const driver::Value &value : cell.key)
        words.append(value.toText().left(40));
    return cell.inserted != 0 ? ReplaceDialog::tr("new") : words.join(QStringLiteral(", "));
}

QString oneLine(const QString &text) { return text.left(200).simplified(); }

} // namespace

ReplaceDialog::ReplaceDialog(const Replacement &replacement, const QString &table, QWidget *parent) : QDialog(parent)
{
    const int count = int(replacement.cells.size());
    setWindowTitle(tr("Replace"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 460);
    auto *heading = new QLabel(tr("Replace in %n cells of %1", nullptr, count).arg(table), this);
    heading->setProperty("role", QStringLiteral("heading"));
    auto *note = new QLabel(tr("They are staged: nothing is written before you commit, and one undo takes all of it back."), this);
    note->setProperty("role", QStringLiteral("dim"));
    note->setWordWrap(true);
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("card"));
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    auto *list = new QTreeWidget(frame);
    list->setAccessibleName(tr("Cells before and after"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderLabels({tr("Row"), tr("Column"), tr("Before"), tr("After")});
    for (size_t i = 0; i < replacement.cells.size() && i < kMostShown; ++i) {
        const Replacement::Cell &cell = replacement.cells[i];
        auto *item = new QTreeWidgetItem(list, {keyText(cell), cell.column, oneLine(cell.was), oneLine(cell.text)});
        item->setFont(2, theme().monospaced());
        item->setFont(3, theme().monospaced());
    }
    list->setColumnWidth(0, 90);
    list->setColumnWidth(1, 120);
    list->setColumnWidth(2, 260);
    inner->addWidget(list);
    QStringList warnings;
    if (replacement.cells.size() > kMostShown)
        warnings.append(tr("The list shows the first %n cells.", nullptr, int(kMostShown)));
    if (replacement.parts > 0)
        warnings.append(tr("%n cells were read only in part and are left out.", nullptr, replacement.parts));
    if (replacement.refused > 0)
        warnings.append(tr("%n cells would not take their new text and are left out: %1", nullptr, replacement.refused).arg(replacement.refusal));
    if (replacement.all > 0)
        warnings.append(tr("%n rows hold the text; the first ones are replaced, do it again for the others.", nullptr, int(replacement.all)));
    auto *box = new WarningBox(tr("What is left out"), this);
    box->tell(warnings);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *go = new QPushButton(tr("Stage %n replacements", nullptr, count), this);
    go->setProperty("role", QStringLiteral("primary"));
    go->setDefault(true);
    go->setEnabled(count > 0);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(note);
    layout->addWidget(frame, 1);
    layout->addWidget(box);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &QDialog::accept);
    go->setFocus();
}

} // namespace joinery::ui
