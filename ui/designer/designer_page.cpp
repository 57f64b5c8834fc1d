// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/designer_page.h"

#include "ui/common/page_bar.h"
#include "ui/common/retranslate.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"
#include "ui/designer/columns_model.h"
#include "ui/designer/completing_delegate.h"
#include "ui/designer/indexes_model.h"
#include "ui/designer/keys_model.h"
#include "ui/designer/model_actions.h"
#include "ui/designer/preview_panel.h"
#include "ui/designer/section_view.h"
#include "ui/designer/table_inspector.h"
#include "ui/undo/model_edits.h"
#include "ui/workbench/workbench.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace joinery::ui {

DesignerPage::DesignerPage(Workbench &workbench, ProjectSession *project, const Location &location, QWidget *parent)
    : Page(parent), m_workbench(workbench), m_target(project, location.uid), m_columns(new ColumnsModel(m_target, this)),
      m_keys(new KeysModel(m_target, this)), m_indexes(new IndexesModel(m_target, this)),
      m_columnsTitle(new QLabel(this)), m_keysTitle(new QLabel(this)), m_indexesTitle(new QLabel(this)),
      m_refusalBar(new QFrame(this)), m_refusalSign(new QLabel(m_refusalBar)), m_refusal(new QLabel(m_refusalBar)),
      m_preview(new PreviewPanel(project, this)), m_inspector(new TableInspector(workbench))
{
    m_columnsView = makeView(m_columns, [this](int field) { return m_columns->suggestions(field); });
    m_keysView = makeView(m_keys, [](int) { return QStringList(); });
    m_indexesView = makeView(m_indexes, [this](int field) {
        return field == IndexesModel::Columns ? m_indexes->columnNames() : QStringList();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolbar());

    auto *sections = new QWidget;
    auto *stack = new QVBoxLayout(sections);
    stack->setContentsMargins(12, 8, 12, 12);
    stack->setSpacing(4);
    stack->addWidget(makeSection(m_columnsTitle, m_columnsView));
    m_refusalBar->setObjectName(QStringLiteral("refusal"));
    auto *bar = new QHBoxLayout(m_refusalBar);
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(m_refusalSign, 0, Qt::AlignTop);
    bar->addWidget(m_refusal, 1);
    m_refusal->setWordWrap(true);
    m_refusal->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_refusalBar->hide();
    stack->addWidget(m_refusalBar);
    stack->addWidget(makeSection(m_keysTitle, m_keysView));
    stack->addWidget(makeSection(m_indexesTitle, m_indexesView));
    stack->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(sections);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(scroll);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    splitter->setSizes({520, 168});
    column->addWidget(splitter, 1);
    setFocusProxy(m_columnsView);
    connectModels();
    connect(&theme(), &Theme::changed, this, &DesignerPage::setIcons);
    setIcons();
    retranslating(this, [this] { setTexts(); });
    follow();
    if (const schema::Table *table = m_target.table()) {
        const qsizetype row = table->columnIndex(location.column);
        m_columnsView->setCurrentIndex(m_columns->index(int(std::max(row, qsizetype(0))), 0));
    }
}

DesignerPage::~DesignerPage() { delete m_inspector; }

QWidget *DesignerPage::makeToolbar()
{
    auto *bar = new PageBar(this);
    QHBoxLayout *row = &bar->row();
    const auto add = [&](auto act) {
        auto *button = new QToolButton(bar);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    m_addColumn = add(&DesignerPage::startNewColumn);
    m_addKey = add([this] {
        if (m_target.project())
            newForeignKey(this, m_workbench, *m_target.project(), m_target.uid(), {});
    });
    m_addUnique = add(&DesignerPage::addUnique);
    m_addCheck = add(&DesignerPage::addCheck);
    row->addStretch();
    m_diagram = add([this] {
        Location location;
        location.kind = Location::Kind::ProjectDiagram;
        m_workbench.go(location);
    });
    m_remove = add([this] {
        if (m_target.project())
            deleteTable(m_workbench, *m_target.project(), m_target.uid());
    });
    return bar;
}

SectionView *DesignerPage::makeView(QAbstractItemModel *model, std::function<QStringList(int)> suggestions)
{
    auto *view = new SectionView(this);
    view->setModel(model);
    view->setItemDelegate(new CompletingDelegate(std::move(suggestions), view));
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                          | QAbstractItemView::AnyKeyPressed);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setAlternatingRowColors(false);
    view->setShowGrid(true);
    view->setWordWrap(false);
    view->setTabKeyNavigation(true);
    view->setCornerButtonEnabled(false);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setFrameShape(QFrame::NoFrame);
    view->verticalHeader()->setDefaultSectionSize(metrics::kRow);
    view->verticalHeader()->setMinimumSectionSize(metrics::kRow);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setHighlightSections(false);
    view->verticalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->installEventFilter(this);
    return view;
}

QWidget *DesignerPage::makeSection(QLabel *title, QTableView *view)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 4);
    column->setSpacing(6);
    title->setProperty("role", QStringLiteral("section"));
    column->addWidget(title);
    auto *frame = new QFrame(box);
    frame->setProperty("role", QStringLiteral("card"));
    auto *inner = new QVBoxLayout(frame);
    // The last line of the grid is the border of the card.
    inner->setContentsMargins(1, 1, 0, 0);
    inner->addWidget(view);
    column->addWidget(frame);
    return box;
}

void DesignerPage::connectModels()
{
    connect(&m_target, &TableTarget::changed, this, &DesignerPage::follow);
    connect(m_columns, &ColumnsModel::refused, this, &DesignerPage::refuse);
    connect(m_keys, &KeysModel::refused, this, &DesignerPage::refuse);
    connect(m_indexes, &IndexesModel::refused, this, &DesignerPage::refuse);
    connect(m_columnsView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { follow(); });
    if (ProjectSession *project = m_target.project()) {
        connect(&project->undoStack(), &QUndoStack::indexChanged, this, &Page::verbsChanged);
        connect(project, &ProjectSession::modifiedChanged, this, [this] {
            Q_EMIT verbsChanged();
            Q_EMIT statusChanged();
            Q_EMIT headerChanged();
        });
    }
    const std::pair<SectionView *, QList<int>> widths[] = {
        {m_columnsView, {180, 160, 56, 48, 150, 150}},
        {m_keysView, {130, 210, 170}},
        {m_indexesView, {230, 230, 64}},
    };
    for (const auto &[view, sizes] : widths) {
        for (int i = 0; i < sizes.size(); ++i)
            view->setColumnWidth(i, sizes.at(i));
    }
    m_keysView->verticalHeader()->hide();
    m_indexesView->verticalHeader()->hide();
}

void DesignerPage::follow()
{
    const schema::Table *table = m_target.table();
    if (!table) {
        // Undo can bring the table back; until then there is nothing to edit.
        refuse(tr("This table is not in the model any more. Undo brings it back."));
        m_inspector->showNothing();
    } else {
        const schema::Column *column = m_columns->column(m_columnsView->currentIndex().row());
        m_inspector->inspect(m_target.project()->document().snapshot(), m_target.uid(), table->name,
                             column ? column->name : QString(), m_target.project());
        if (m_lastName != table->name.toString()) {
            m_lastName = table->name.toString();
            Q_EMIT headerChanged();
        }
    }
    fitSections();
    Q_EMIT statusChanged();
}

/// Each table is as high as its rows: the page scrolls, not its parts.
void DesignerPage::fitSections()
{
    for (SectionView *view : {m_columnsView, m_keysView, m_indexesView}) {
        const int rows = view->model()->rowCount();
        view->setFixedHeight(view->horizontalHeader()->sizeHint().height() + rows * metrics::kRow
                             + (view->horizontalScrollBar()->isVisible() ? view->horizontalScrollBar()->height() : 0) + 2);
    }
}

void DesignerPage::refuse(const QString &sentence)
{
    m_refusal->setText(sentence.toHtmlEscaped());
    m_refusalBar->setVisible(!sentence.isEmpty());
}

QString DesignerPage::refusal() const { return m_refusalBar->isVisibleTo(this) ? m_refusal->text() : QString(); }

void DesignerPage::startNewColumn()
{
    m_columnsView->setFocus();
    m_columnsView->finishEdit(); // can add a row
    const QModelIndex last = m_columns->index(m_columns->rowCount() - 1, ColumnsModel::Name);
    m_columnsView->setCurrentIndex(last);
    m_columnsView->edit(last);
}

QStringList DesignerPage::selectedColumns() const
{
    QStringList names;
    const QModelIndexList chosen = m_columnsView->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : chosen) {
        const schema::Column *column = m_columns->column(index.row());
        if (column && !names.contains(column->name))
            names.append(column->name);
    }
    return names;
}

void DesignerPage::addUnique()
{
    const schema::Table *table = m_target.table();
    const QStringList columns = selectedColumns();
    if (!table || columns.isEmpty())
        return refuse(tr("Select the columns that together shall be unique."));
    const Status added = m_target.apply(edits::addUnique(*table, columns),
                                        tr("add unique on %1").arg(columns.join(QLatin1String(", "))));
    refuse(added ? QString() : added.error().message);
}

void DesignerPage::addCheck()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New check"));
    const QStringList columns = selectedColumns();
    dialog->setLabelText(tr("What must hold for every row, as an SQL expression:"));
    dialog->setTextValue(columns.isEmpty() ? QString() : QString(columns.first() + QStringLiteral(" >= 0")));
    dialog->setOkButtonText(tr("Add check"));
    dialog->resize(420, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        const schema::Table *table = m_target.table();
        const QString expression = typed.trimmed();
        if (!table || expression.isEmpty())
            return;
        const Status added = m_target.apply(edits::addCheck(*table, expression), tr("add check %1").arg(expression));
        refuse(added ? QString() : added.error().message);
    });
    dialog->open();
}

void DesignerPage::removeSelected(QTableView *view)
{
    const int row = view->currentIndex().row();
    if (row < 0 || !m_target.project())
        return;
    Status removed;
    if (view == m_columnsView) {
        if (const schema::Column *column = m_columns->column(row))
            deleteColumn(m_workbench, *m_target.project(), m_target.uid(), column->name);
    } else if (view == m_keysView) {
        removed = m_keys->remove(row);
    } else {
        removed = m_indexes->remove(row);
    }
    refuse(removed ? QString() : removed.error().message);
}

bool DesignerPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *view = qobject_cast<QTableView *>(watched);
        const auto *key = static_cast<QKeyEvent *>(event);
        if (view && key->key() == Qt::Key_Delete) {
            removeSelected(view);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

QString DesignerPage::title() const
{
    const schema::Table *table = m_target.table();
    return table ? table->name.name : m_lastName;
}

QString DesignerPage::origin() const { return m_target.project() ? m_target.project()->name() : QString(); }
QWidget *DesignerPage::inspector() { return m_inspector; }

Location DesignerPage::location() const
{
    Location location;
    location.kind = Location::Kind::Model;
    location.uid = m_target.uid();
    return location;
}

bool DesignerPage::can(Verb verb) const
{
    ProjectSession *project = m_target.project();
    if (!project)
        return false;
    switch (verb) {
    case Verb::Undo: return project->undoStack().canUndo();
    case Verb::Redo: return project->undoStack().canRedo();
    case Verb::Save: return project->isModified();
    case Verb::Run:
    case Verb::Commit:
    case Verb::Revert:
    case Verb::Refresh:
    case Verb::Find:
    case Verb::Export:
    case Verb::Cancel: break;
    }
    return false;
}

void DesignerPage::perform(Verb verb)
{
    if (verb == Verb::Save) {
        for (SectionView *view : {m_columnsView, m_keysView, m_indexesView})
            view->finishEdit();
    }
    if (!can(verb))
        return;
    ProjectSession *project = m_target.project();
    if (verb == Verb::Undo) {
        project->undoStack().undo();
    } else if (verb == Verb::Redo) {
        project->undoStack().redo();
    } else if (const Status saved = project->save(); !saved) {
        m_workbench.report(saved.error(), tr("The model could not be saved"));
    }
}

PageStatus DesignerPage::status() const
{
    PageStatus status;
    const schema::Table *table = m_target.table();
    if (!table)
        return status;
    status.transaction = m_target.project()->isModified() ? tr("Model with unsaved changes") : tr("Model saved");
    status.summary = tr("%n columns", nullptr, int(table->columns.size())) + QLatin1String(", ")
        + tr("%n foreign keys", nullptr, int(table->foreignKeys.size())) + QLatin1String(", ")
        + tr("%n indexes", nullptr, int(table->indexes.size()));
    return status;
}

void DesignerPage::setTexts()
{
    const auto set = [](QToolButton *button, const QString &text, const QString &name) {
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
    };
    set(m_addColumn, tr("Column"), tr("Add a column"));
    set(m_addKey, tr("Foreign key"), tr("Add a foreign key"));
    set(m_addUnique, tr("Unique"), tr("Make the selected columns unique"));
    set(m_addCheck, tr("Check"), tr("Add a check"));
    set(m_diagram, tr("Diagram"), tr("Show the diagram of the project"));
    set(m_remove, tr("Delete table"), tr("Delete this table"));
    m_columnsTitle->setText(tr("COLUMNS"));
    m_keysTitle->setText(tr("KEYS AND CONSTRAINTS"));
    m_indexesTitle->setText(tr("INDEXES"));
    m_columnsView->setAccessibleName(tr("Columns"));
    m_keysView->setAccessibleName(tr("Keys and constraints"));
    m_indexesView->setAccessibleName(tr("Indexes"));
    m_refusal->setAccessibleName(tr("Why the last change was refused"));
    Q_EMIT headerChanged();
}

void DesignerPage::setIcons()
{
    const std::pair<QToolButton *, const char *> icons[] = {
        {m_addColumn, "plus"}, {m_addKey, "foreign-key"}, {m_addUnique, "unique"},
        {m_addCheck, "check"}, {m_diagram, "diagram"}, {m_remove, "trash"}};
    for (const auto &[button, name] : icons)
        button->setIcon(icon(QString::fromLatin1(name)));
    const Colors &colors = theme().colors();
    m_refusalBar->setStyleSheet(QStringLiteral("QFrame#refusal { background: %1; border-radius: 4px; } QLabel { color: %2; }")
                                    .arg(colors.deletedSoft.name(), colors.deleted.name()));
    m_refusalSign->setPixmap(icon(QStringLiteral("error"), colors.deleted).pixmap(16, 16));
}

} // namespace joinery::ui
