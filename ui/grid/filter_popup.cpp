// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/filter_popup.h"

#include "core/session/typed_text.h"
#include "ui/common/theme.h"
#include "ui/grid/rows/cell_text.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace joinery::ui {

using driver::Value;
using session::ColumnFilter;

namespace {

QString shown(const Value &value, const GridColumn &column)
{
    const GridModel::Cell cell = cellOf(value, column);
    switch (cell.kind) {
    case GridModel::Cell::Kind::Null: return QStringLiteral("NULL");
    case GridModel::Cell::Kind::Empty: return FilterPopup::tr("(empty text)");
    case GridModel::Cell::Kind::Missing:
    case GridModel::Cell::Kind::Given:
    case GridModel::Cell::Kind::Text:
    case GridModel::Cell::Kind::Boolean: return cell.text;
    }
    Q_UNREACHABLE();
}

} // namespace

FilterPopup::FilterPopup(const GridColumn &column, bool looseTypes, const std::optional<ColumnFilter> &current, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_column(column), m_looseTypes(looseTypes), m_current(current), m_condition(new QComboBox(this)),
      m_pages(new QStackedWidget(this)), m_list(new QListWidget), m_listNote(new QLabel), m_text(new QLineEdit),
      m_from(new QLineEdit), m_to(new QLineEdit), m_refusal(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("card"));
    setAccessibleName(tr("Filter of %1").arg(column.name));
    setFixedWidth(300);
    auto *heading = new QLabel(tr("Filter %1").arg(column.name), this);
    heading->setProperty("role", QStringLiteral("section"));
    heading->setTextFormat(Qt::PlainText);
    m_condition->setAccessibleName(tr("Condition"));

    auto *values = new QWidget;
    auto *list = new QVBoxLayout(values);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(4);
    m_list->setAccessibleName(tr("Values with the number of their rows"));
    m_list->setMinimumHeight(170);
    m_listNote->setProperty("role", QStringLiteral("caption"));
    m_listNote->setWordWrap(true);
    m_listNote->setText(tr("Reading the values …"));
    list->addWidget(m_list, 1);
    list->addWidget(m_listNote);
    const auto field = [this](QLineEdit *line, const QString &name) {
        line->setFont(theme().monospaced());
        line->setPlaceholderText(name);
        line->setAccessibleName(name);
        connect(line, &QLineEdit::returnPressed, this, &FilterPopup::apply);
        return line;
    };
    auto *text = new QWidget;
    auto *texts = new QVBoxLayout(text);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->addWidget(field(m_text, tr("Value")));
    texts->addStretch();
    auto *range = new QWidget;
    auto *ends = new QVBoxLayout(range);
    ends->setContentsMargins(0, 0, 0, 0);
    ends->setSpacing(4);
    ends->addWidget(field(m_from, tr("From (empty: no limit)")));
    ends->addWidget(field(m_to, tr("To (empty: no limit)")));
    ends->addStretch();
    m_pages->addWidget(values);
    m_pages->addWidget(text);
    m_pages->addWidget(range);
    m_pages->addWidget(new QWidget);
    m_refusal->setProperty("role", QStringLiteral("error"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();

    auto *clear = new QPushButton(tr("No filter"), this);
    auto *apply = new QPushButton(tr("Filter"), this);
    apply->setProperty("role", QStringLiteral("primary"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(clear);
    buttons->addStretch();
    buttons->addWidget(apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(m_condition);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_refusal);
    layout->addLayout(buttons);
    connect(clear, &QPushButton::clicked, this, [this] {
        Q_EMIT cleared();
        close();
    });
    connect(apply, &QPushButton::clicked, this, &FilterPopup::apply);
    connect(m_condition, &QComboBox::currentIndexChanged, this, [this] {
        const Condition now = condition();
        m_pages->setCurrentIndex(now == Condition::OneOf || now == Condition::NoneOf ? 0
                                 : now == Condition::Contains || now == Condition::Equals ? 1
                                 : now == Condition::Range ? 2 : 3);
        m_refusal->hide();
        fit();
    });
    fillConditions();
    if (m_current)
        showCurrent(*m_current);
}

void FilterPopup::fillConditions()
{
    const auto add = [this](const QString &text, Condition condition) { m_condition->addItem(text, int(condition)); };
    using Look = GridColumn::Look;
    const bool isOrdered = m_column.look == Look::Number || m_column.look == Look::Fixed || m_column.look == Look::Text;
    add(tr("is one of"), Condition::OneOf);
    add(tr("is none of"), Condition::NoneOf);
    if (m_column.look != Look::Bytes && m_column.look != Look::Boolean && m_column.look != Look::Number)
        add(tr("contains"), Condition::Contains);
    add(tr("equals"), Condition::Equals);
    if (isOrdered)
        add(tr("is between"), Condition::Range);
    if (m_column.nullable) {
        add(tr("is NULL"), Condition::IsNull);
        add(tr("is not NULL"), Condition::NotNull);
    }
    // What is asked most: a word in a text, a range of numbers or dates, a value out of few.
    choose(m_column.look == Look::Number || m_column.type.kind == schema::TypeKind::Date || m_column.type.kind == schema::TypeKind::DateTime
               ? Condition::Range
           : m_condition->findData(int(Condition::Contains)) >= 0 && m_column.type.enumValues.isEmpty() ? Condition::Contains
                                                                                                     : Condition::OneOf);
}

void FilterPopup::choose(Condition condition)
{
    if (const int at = m_condition->findData(int(condition)); at >= 0)
        m_condition->setCurrentIndex(at);
}

FilterPopup::Condition FilterPopup::condition() const { return Condition(m_condition->currentData().toInt()); }

void FilterPopup::showCurrent(const ColumnFilter &filter)
{
    const auto text = [&](size_t i) { return i < filter.values.size() ? filter.values[i].toText() : QString(); };
    switch (filter.kind) {
    case ColumnFilter::Kind::Contains:
        choose(Condition::Contains);
        m_text->setText(text(0));
        break;
    case ColumnFilter::Kind::Range:
        choose(Condition::Range);
        m_from->setText(text(0));
        m_to->setText(text(1));
        break;
    case ColumnFilter::Kind::OneOf:
    case ColumnFilter::Kind::NoneOf: {
        const bool wanted = filter.kind == ColumnFilter::Kind::OneOf;
        const bool null = filter.values.size() == 1 && filter.values.front().isNull();
        choose(null ? (wanted ? Condition::IsNull : Condition::NotNull) : wanted ? Condition::OneOf : Condition::NoneOf);
        break;
    }
    }
}

void FilterPopup::showValues(const std::vector<session::DistinctValue> &values, bool areAll)
{
    m_values = values;
    // A value that is filtered by stands in the list even where it is rare.
    if (m_current && (m_current->kind == ColumnFilter::Kind::OneOf || m_current->kind == ColumnFilter::Kind::NoneOf)) {
        for (const Value &value : m_current->values) {
            if (std::ranges::find(m_values, value, &session::DistinctValue::value) == m_values.end())
                m_values.push_back({value, -1});
        }
    }
    m_list->clear();
    const QLocale locale;
    for (const session::DistinctValue &value : m_values) {
        const QString count = value.rows < 0 ? QString() : QStringLiteral("   ") + locale.toString(value.rows);
        auto *item = new QListWidgetItem(QString(shown(value.value, m_column) + count), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    if (m_current)
        markChosen(*m_current);
    m_listNote->setText(areAll ? tr("%n values", nullptr, int(values.size())) : tr("The %n most frequent values", nullptr, int(values.size())));
}

void FilterPopup::markChosen(const ColumnFilter &filter)
{
    if (filter.kind != ColumnFilter::Kind::OneOf && filter.kind != ColumnFilter::Kind::NoneOf)
        return;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool chosen = std::ranges::find(filter.values, m_values[size_t(row)].value) != filter.values.end();
        m_list->item(row)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
}

void FilterPopup::showFailure(const QString &words) { m_listNote->setText(words); }

std::optional<Value> FilterPopup::typed(const QLineEdit *field)
{
    if (field->text().isEmpty() && field != m_text)
        return Value::null();
    Result<Value> value = session::valueFromText(field->text(), m_column.type, Value::null(), m_looseTypes);
    if (value)
        return *std::move(value);
    m_refusal->setText(value.error().message);
    m_refusal->show();
    return std::nullopt;
}

std::optional<ColumnFilter> FilterPopup::filter()
{
    ColumnFilter filter;
    filter.column = m_column.name;
    switch (condition()) {
    case Condition::IsNull: filter.values = {Value::null()}; return filter;
    case Condition::NotNull:
        filter.kind = ColumnFilter::Kind::NoneOf;
        filter.values = {Value::null()};
        return filter;
    case Condition::Contains:
        filter.kind = ColumnFilter::Kind::Contains;
        filter.values = {Value::text(m_text->text())};
        break;
    case Condition::Equals:
        if (const auto value = typed(m_text)) {
            filter.values = {*value};
            return filter;
        }
        return std::nullopt;
    case Condition::Range: {
        const auto from = typed(m_from), to = typed(m_to);
        if (!from || !to)
            return std::nullopt;
        filter.kind = ColumnFilter::Kind::Range;
        filter.values = {*from, *to};
        if (from->isNull() && to->isNull())
            filter.values.clear();
        break;
    }
    case Condition::OneOf:
    case Condition::NoneOf:
        filter.kind = condition() == Condition::OneOf ? ColumnFilter::Kind::OneOf : ColumnFilter::Kind::NoneOf;
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->checkState() == Qt::Checked)
                filter.values.push_back(m_values[size_t(row)].value);
        }
        break;
    }
    if (filter.values.empty() || (filter.kind == ColumnFilter::Kind::Contains && filter.values.front().data().isEmpty())) {
        m_refusal->setText(tr("Nothing is chosen yet."));
        m_refusal->show();
        return std::nullopt;
    }
    return filter;
}

void FilterPopup::apply()
{
    m_refusal->hide();
    if (const auto wanted = filter()) {
        Q_EMIT applied(*wanted);
        close();
    }
}

/// Only as high as the page that is shown.
void FilterPopup::fit()
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto policy = i == m_pages->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(i)->setSizePolicy(policy, policy);
    }
    m_pages->adjustSize();
    adjustSize();
}

void FilterPopup::popup(const QPoint &global)
{
    fit();
    const QRect room = screen()->availableGeometry();
    move(std::clamp(global.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(global.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    const int page = m_pages->currentIndex();
    QWidget *const first[] = {m_list, m_text, m_from, m_condition};
    first[page]->setFocus();
}

void FilterPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        apply();
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace joinery::ui
