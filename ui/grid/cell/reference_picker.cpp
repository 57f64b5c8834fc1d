// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/reference_picker.h"

#include "core/worker/table_rows.h"
#include "ui/common/error_text.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace joinery::ui {

using schema::TypeKind;

namespace {

constexpr int kPauseMilliseconds = 150;
constexpr int kRowsAtOnce = 50;
constexpr int kMostTextColumns = 5;
constexpr int kLongestCell = 80;
constexpr int kPageOfKeys = 8;
constexpr QSize kSize(560, 300);
constexpr int kNoRow = -1; // the item that stands for NULL

bool readsLikeText(const schema::Type &type)
{
    return type.kind == TypeKind::String || type.kind == TypeKind::Char || type.kind == TypeKind::Text || type.kind == TypeKind::Enum;
}

QString shortened(const driver::Value &value)
{
    const QString text = value.isNull() ? QStringLiteral("NULL") : value.toText().simplified();
    return text.size() > kLongestCell ? QString(text.left(kLongestCell - 1) + u'…') : text;
}

} // namespace

ReferencePicker::ReferencePicker(worker::DbWorker &worker, Reference reference, QLineEdit &editor)
    : QFrame(&editor, Qt::ToolTip | Qt::FramelessWindowHint), m_worker(worker), m_reference(std::move(reference)), m_editor(&editor),
      m_list(new QTreeWidget(this)), m_preview(new QLabel(this)), m_said(new QLabel(this))
{
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    const schema::Table &table = m_reference.source.table;
    setAccessibleName(tr("Rows of %1").arg(table.name.toString()));
    m_columns = m_reference.columns;
    int texts = 0;
    for (const schema::Column &column : table.columns) {
        if (!m_columns.contains(column.name) && readsLikeText(column.type) && texts < kMostTextColumns) {
            m_columns.append(column.name);
            ++texts;
        }
    }
    m_list->setAccessibleName(accessibleName());
    m_list->setHeaderLabels(m_columns);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(true);
    m_list->setStyleSheet(QStringLiteral("QTreeWidget::item { min-height: 22px; }"));
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setProperty("role", QStringLiteral("caption"));
    m_preview->setContentsMargins(8, 4, 8, 0);
    m_said->setContentsMargins(8, 2, 8, 6);
    m_said->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_preview);
    layout->addWidget(m_said);
    say(tr("Reading the rows of %1…").arg(table.name.toString()), false);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &ReferencePicker::search);
    connect(&editor, &QLineEdit::textEdited, this, [this] {
        m_list->setCurrentItem(nullptr); // what is typed counts again
        m_pause.start();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ReferencePicker::preview);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        m_list->setCurrentItem(item);
        take();
    });
    // The view gives the editor its place after it was made, and the delegate its filter: this one comes before that.
    QTimer::singleShot(0, this, [this] {
        m_editor->installEventFilter(this);
        place();
        QFrame::show();
    });
    search();
}

void ReferencePicker::place()
{
    const QRect cell(m_editor->mapToGlobal(QPoint(0, 0)), m_editor->size());
    const QRect room = m_editor->screen()->availableGeometry();
    QRect rect(cell.bottomLeft() + QPoint(0, 2), QSize(std::max(kSize.width(), cell.width()), kSize.height()));
    if (rect.bottom() > room.bottom())
        rect.moveBottom(cell.top() - 2);
    rect.moveRight(std::min(rect.right(), room.right() - 4));
    rect.moveLeft(std::max(rect.left(), room.left() + 4));
    setGeometry(rect);
}

bool ReferencePicker::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize: place(); break;
    case QEvent::Hide: hide(); break;
    case QEvent::KeyPress: {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: walk(1); return true;
        case Qt::Key_Up: walk(-1); return true;
        case Qt::Key_PageDown: walk(kPageOfKeys); return true;
        case Qt::Key_PageUp: walk(-kPageOfKeys); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
            if (!m_list->currentItem())
                break;
            take();
            return true;
        default: break;
        }
        break;
    }
    default: break;
    }
    return QFrame::eventFilter(watched, event);
}

void ReferencePicker::search()
{
    m_job.cancel();
    const quint64 generation = ++m_generation;
    const bool typed = m_editor->isModified();
    const QString text = typed ? m_editor->text().trimmed() : QString();
    session::RowSource source = m_reference.source;
    if (!text.isEmpty())
        source.where = worker::searchCondition(source, m_columns, text, m_reference.dialect);
    session::Seek first;
    first.rows = kRowsAtOnce;
    m_job = worker::readRows(m_worker, source, first, this, [this, generation, text](const Result<session::RowRun> &run) {
        if (generation != m_generation)
            return;
        if (run)
            show(*run, text);
        else
            say(errorWords(run.error()), true);
    });
}

void ReferencePicker::show(const session::RowRun &run, const QString &text)
{
    m_rows = run.rows;
    m_list->clear();
    const schema::Table &table = m_reference.source.table;
    const QColor dim = theme().colors().null;
    if (m_reference.nullable && text.isEmpty()) {
        auto *none = new QTreeWidgetItem(m_list, {QStringLiteral("NULL")});
        none->setForeground(0, dim);
        none->setData(0, Qt::UserRole, kNoRow);
        none->setToolTip(0, tr("Refers to no row"));
    }
    QTreeWidgetItem *current = nullptr;
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(0, Qt::UserRole, row);
        for (int i = 0; i < m_columns.size(); ++i) {
            const driver::Value value = m_rows.value(row, int(table.columnIndex(m_columns.at(i))));
            item->setText(i, shortened(value));
            if (value.isNull())
                item->setForeground(i, dim);
        }
        bool same = !m_reference.current.empty();
        for (size_t i = 0; same && i < m_reference.current.size(); ++i)
            same = m_rows.value(row, int(table.columnIndex(m_reference.columns.at(qsizetype(i))))) == m_reference.current[i];
        if (same)
            current = item;
    }
    for (int i = 0; i + 1 < m_columns.size(); ++i)
        m_list->resizeColumnToContents(i);
    if (current) {
        QFont bold = m_list->font();
        bold.setBold(true);
        for (int i = 0; i < m_columns.size(); ++i)
            current->setFont(i, bold);
        m_list->scrollToItem(current);
    }
    const bool more = !run.reachedEnd;
    if (m_rows.isEmpty())
        say(text.isEmpty() ? tr("%1 has no rows.").arg(table.name.toString()) : tr("No row of %1 holds this text.").arg(table.name.toString()), false);
    else if (more)
        say(tr("The first %n row(s): type to search, walk with the arrow keys.", nullptr, m_rows.rowCount()), false);
    else
        say(tr("%n row(s): walk with the arrow keys, take one with Return.", nullptr, m_rows.rowCount()), false);
    preview();
}

void ReferencePicker::say(const QString &text, bool isError)
{
    setRole(m_said, isError ? QStringLiteral("error") : QStringLiteral("caption"));
    m_said->setText(text);
}

void ReferencePicker::walk(int by)
{
    const int count = m_list->topLevelItemCount();
    if (count == 0)
        return;
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->setCurrentItem(m_list->topLevelItem(at < 0 && by > 0 ? std::min(by, count) - 1 : std::clamp(at + by, 0, count - 1)));
}

/// All columns of the row that the keys stand on.
void ReferencePicker::preview()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const int row = item ? item->data(0, Qt::UserRole).toInt() : kNoRow;
    QStringList parts;
    const auto &columns = m_reference.source.table.columns;
    for (size_t i = 0; row >= 0 && row < m_rows.rowCount() && i < columns.size(); ++i)
        parts.append(columns[i].name + u' ' + shortened(m_rows.value(row, int(i))));
    m_preview->setText(parts.join(QStringLiteral("  ·  ")));
    m_preview->setVisible(!parts.isEmpty());
}

void ReferencePicker::take()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const int row = item->data(0, Qt::UserRole).toInt();
    std::vector<driver::Value> values;
    for (const QString &column : m_reference.columns)
        values.push_back(row < 0 ? driver::Value::null() : m_rows.value(row, int(m_reference.source.table.columnIndex(column))));
    m_job.cancel();
    ++m_generation;
    hide();
    Q_EMIT picked(values);
}

} // namespace joinery::ui
