// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_toolbar.h"

#include "ui/common/retranslate.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"
#include "ui/diagram/canvas.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QToolButton>

namespace joinery::ui {

namespace {

constexpr int kMostHops = 3;

} // namespace

DiagramToolbar::DiagramToolbar(Canvas *canvas, bool editable, QWidget *parent)
    : PageBar(parent), m_canvas(canvas), m_find(new QLineEdit(this)), m_findable(new QStandardItemModel(this)),
      m_detail(new QComboBox(this)), m_hops(new QComboBox(this)), m_tidy(new QToolButton(this)),
      m_export(new QToolButton(this))
{
    QHBoxLayout *row = &this->row();
    if (editable) {
        m_addTable = new QToolButton(this);
        m_addRelation = new QToolButton(this);
        for (QToolButton *button : {m_addTable, m_addRelation}) {
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            row->addWidget(button);
        }
        connect(m_addTable, &QToolButton::clicked, this, &DiagramToolbar::addTableWanted);
        connect(m_addRelation, &QToolButton::clicked, this, &DiagramToolbar::addRelationWanted);
    }
    row->addStretch();

    m_find->setFixedWidth(190);
    m_find->setClearButtonEnabled(true);
    auto *completer = new QCompleter(m_findable, m_find);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    completer->popup()->setIconSize(QSize(16, 16));
    completer->popup()->setAccessibleName(tr("Tables and columns"));
    m_find->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &DiagramToolbar::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(m_find->text()); });
    connect(&canvas->model(), &DiagramModel::chartChanged, this, &DiagramToolbar::fillFind);
    fillFind();
    row->addWidget(m_find);

    for (int i = 0; i < 3; ++i)
        m_detail->addItem(QString(), i);
    for (int i = 0; i <= kMostHops; ++i)
        m_hops->addItem(QString(), i);
    m_hops->setCurrentIndex(canvas->hops());
    connect(m_detail, &QComboBox::activated, this,
            [canvas](int index) { canvas->model().setDetail(diagram::Detail(index)); });
    connect(m_hops, &QComboBox::activated, this, [canvas](int index) { canvas->setHops(index); });
    connect(&canvas->model(), &DiagramModel::chartChanged, m_detail,
            [this, canvas] { m_detail->setCurrentIndex(int(canvas->model().detail())); });
    m_detail->setCurrentIndex(int(canvas->model().detail()));
    row->addWidget(m_detail);
    row->addWidget(m_hops);
    for (QToolButton *button : {m_tidy, m_export}) {
        button->setProperty("role", QStringLiteral("outlined"));
        button->setFixedHeight(26);
        row->addWidget(button);
    }
    connect(m_tidy, &QToolButton::clicked, &canvas->model(), &DiagramModel::tidy);
    connect(m_export, &QToolButton::clicked, this, &DiagramToolbar::exportWanted);
    connect(&canvas->model(), &DiagramModel::busyChanged, m_tidy,
            [this, canvas] { m_tidy->setEnabled(!canvas->model().isBusy()); });
    connect(&theme(), &Theme::changed, this, &DiagramToolbar::setIcons);
    setIcons();
    retranslating(this, [this] { setTexts(); });
}

void DiagramToolbar::setTexts()
{
    if (m_addTable) {
        m_addTable->setText(tr("Table"));
        m_addTable->setAccessibleName(tr("Add a table"));
        m_addRelation->setText(tr("Relation"));
        m_addRelation->setAccessibleName(tr("Add a foreign key"));
        m_addTable->setToolTip(m_addTable->accessibleName());
        m_addRelation->setToolTip(m_addRelation->accessibleName());
    }
    m_find->setPlaceholderText(tr("Find in diagram"));
    m_find->setAccessibleName(tr("Find a table or column in the diagram"));
    m_detail->setItemText(0, tr("Names"));
    m_detail->setItemText(1, tr("Keys"));
    m_detail->setItemText(2, tr("Keys and columns"));
    m_detail->setAccessibleName(tr("Detail of the tables"));
    m_detail->setToolTip(m_detail->accessibleName());
    m_hops->setItemText(0, tr("Neighbours: off"));
    for (int i = 1; i <= kMostHops; ++i)
        m_hops->setItemText(i, tr("Neighbours: %n hops", nullptr, i));
    m_hops->setAccessibleName(tr("How far the selection reaches"));
    m_hops->setToolTip(m_hops->accessibleName());
    m_detail->view()->setAccessibleName(m_detail->accessibleName());
    m_hops->view()->setAccessibleName(m_hops->accessibleName());
    m_tidy->setText(tr("Tidy"));
    m_tidy->setAccessibleName(tr("Arrange all tables anew"));
    m_tidy->setToolTip(m_tidy->accessibleName());
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Export as SVG, PNG or PDF"));
    m_export->setToolTip(m_export->accessibleName());
}

void DiagramToolbar::setIcons()
{
    if (m_addTable) {
        m_addTable->setIcon(icon(QStringLiteral("plus")));
        m_addRelation->setIcon(icon(QStringLiteral("foreign-key")));
    }
    for (QAction *action : m_find->actions())
        delete action;
    m_find->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    fillFind();
}

void DiagramToolbar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void DiagramToolbar::fillFind()
{
    m_findable->clear();
    const diagram::Chart &chart = m_canvas->model().chart();
    const QIcon table = icon(QStringLiteral("table"));
    const QIcon column = icon(QStringLiteral("column"));
    for (const diagram::Card &card : chart.cards)
        m_findable->appendRow(new QStandardItem(table, card.table.toString()));
    for (const diagram::Card &card : chart.cards) {
        for (const diagram::CardRow &row : card.rows)
            m_findable->appendRow(new QStandardItem(column, card.table.toString() + u'.' + row.column));
    }
}

void DiagramToolbar::find(const QString &text)
{
    if (text.isEmpty())
        return;
    const std::vector<diagram::Card> &cards = m_canvas->model().chart().cards;
    // Exact first, then a table that begins with it, then any that contains it.
    for (size_t i = 0; i < cards.size(); ++i) {
        const QString name = cards[i].table.toString();
        if (name.compare(text, Qt::CaseInsensitive) == 0)
            return m_canvas->flyTo(i);
        for (const diagram::CardRow &row : cards[i].rows) {
            if (QString(name + u'.' + row.column).compare(text, Qt::CaseInsensitive) == 0)
                return m_canvas->flyTo(i, row.column);
        }
    }
    for (const bool start : {true, false}) {
        for (size_t i = 0; i < cards.size(); ++i) {
            const QString name = cards[i].table.name;
            if (start ? name.startsWith(text, Qt::CaseInsensitive) : name.contains(text, Qt::CaseInsensitive))
                return m_canvas->flyTo(i);
        }
    }
}

} // namespace joinery::ui
