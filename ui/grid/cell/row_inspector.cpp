// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/row_inspector.h"

#include "ui/common/theme.h"
#include "ui/grid/rows/cell_text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace joinery::ui {

namespace {

constexpr int kFormWidth = 900;

QLabel *section(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

QString indented(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    return document.isNull() ? json : QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace

RowInspector::RowInspector(GridModel &model, QWidget *parent, Shape shape) : QScrollArea(parent), m_model(model), m_shape(shape)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Row"));
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RowInspector::fill);
    connect(&theme(), &Theme::changed, this, &RowInspector::fill);
}

void RowInspector::show(int row)
{
    m_row = row;
    QStringList names;
    for (const GridColumn &column : m_model.columns())
        names.append(column.name);
    if (!m_body || names != m_built) {
        m_built = names;
        build();
    }
    fill();
}

void RowInspector::build()
{
    m_body = new QWidget;
    m_fields.clear();
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(4);
    m_title = new QLabel(m_body);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caption = new QLabel(m_body);
    m_caption->setProperty("role", QStringLiteral("dim"));
    layout->addWidget(m_title);
    layout->addWidget(m_caption);
    layout->addSpacing(4);
    const bool isForm = m_shape == Shape::Form;
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(isForm ? 16 : 8);
    form->setVerticalSpacing(6);
    form->setColumnStretch(1, 1);
    form->setColumnMinimumWidth(0, isForm ? 180 : 90);
    layout->addLayout(form);
    int row = 0;
    m_fields.resize(m_model.columns().size());
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const GridColumn &column = m_model.columns()[i];
        Field &field = m_fields[i];
        const bool isLong = column.look == GridColumn::Look::Json || (isForm && column.type.kind == schema::TypeKind::Text);
        field.caption = isLong && !isForm ? section(column.name, m_body) : new QLabel(column.name, m_body);
        field.caption->setTextFormat(Qt::PlainText);
        field.caption->setToolTip(column.name + u' ' + column.typeText);
        if (!isLong || isForm)
            field.caption->setProperty("role", QStringLiteral("dim"));
        const bool isChoice = column.look == GridColumn::Look::Boolean || !column.type.enumValues.isEmpty();
        QWidget *editor = isLong ? makeText(field, column) : isChoice ? makeBox(field, int(i)) : makeLine(field, int(i));
        editor->setAccessibleName(column.name);
        editor->installEventFilter(this);
        if (isLong && !isForm) {
            layout->addWidget(field.caption);
            layout->addWidget(editor);
            continue;
        }
        if (isForm)
            field.caption->setText(QString(column.name % u"  " % column.typeText.toLower()));
        form->addWidget(field.caption, row, 0, isLong ? Qt::AlignTop : Qt::Alignment());
        form->addWidget(editor, row++, 1);
    }
    layout->addStretch();
    setWidget(m_body);
    if (isForm) {
        m_title->hide();
        m_caption->hide();
        m_body->setMaximumWidth(kFormWidth);
    }
}

QWidget *RowInspector::makeText(Field &field, const GridColumn &column)
{
    field.text = new QPlainTextEdit(m_body);
    if (column.look != GridColumn::Look::Text)
        field.text->setFont(theme().monospaced());
    field.text->setFixedHeight(column.look == GridColumn::Look::Json ? 120 : 76);
    field.text->setTabChangesFocus(true);
    return field.text;
}

QWidget *RowInspector::makeBox(Field &field, int column)
{
    const GridColumn &shape = m_model.columns()[size_t(column)];
    field.box = new QComboBox(m_body);
    if (shape.nullable)
        field.box->addItem(QStringLiteral("NULL"), QString());
    for (const QString &word : shape.look == GridColumn::Look::Boolean ? QStringList{QStringLiteral("true"), QStringLiteral("false")} : shape.type.enumValues)
        field.box->addItem(word, word);
    connect(field.box, &QComboBox::activated, this, [this, box = field.box, column](int at) {
        if (m_row < 0)
            return;
        const QModelIndex index = m_model.index(m_row, column);
        if (box->itemData(at).toString().isEmpty() && box->itemText(at) == u"NULL")
            m_model.setValue(index, driver::Value::null());
        else
            m_model.setText(index, box->itemText(at));
        fillField(column);
    });
    return field.box;
}

QWidget *RowInspector::makeLine(Field &field, int column)
{
    field.line = new QLineEdit(m_body);
    if (m_model.columns()[size_t(column)].look != GridColumn::Look::Text)
        field.line->setFont(theme().monospaced());
    field.was = new QLabel(field.line);
    field.was->setFont(theme().monospaced());
    field.was->setProperty("role", QStringLiteral("dim"));
    field.was->setTextFormat(Qt::PlainText);
    field.was->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(field.line, &QLineEdit::textChanged, this, [this, column] { placeHint(m_fields[size_t(column)]); });
    connect(field.line, &QLineEdit::editingFinished, this, [this, line = field.line, column] {
        if (!m_filling && m_row >= 0 && line->isModified()) {
            line->setModified(false);
            m_model.setText(m_model.index(m_row, column), line->text());
            fillField(column);
        }
    });
    return field.line;
}

// A field that has the focus tells of its end when the window goes, and nothing here answers it any more.
RowInspector::~RowInspector()
{
    for (const Field &field : m_fields)
        if (field.line)
            field.line->disconnect(this);
}

void RowInspector::fill()
{
    if (!m_body)
        return;
    const bool there = m_row >= 0 && m_row < m_model.rowCount() && m_model.isRead(m_row);
    m_body->setEnabled(there);
    if (!there) {
        m_title->setText(m_tableName);
        m_caption->setText(tr("No row is selected"));
        return;
    }
    QString title;
    int changes = 0;
    for (size_t i = 0; i < m_model.columns().size(); ++i) {
        const GridModel::Cell cell = m_model.cell(m_model.index(m_row, int(i)));
        changes += cell.changed;
        if (title.isEmpty() && m_model.columns()[i].look == GridColumn::Look::Text && cell.kind == GridModel::Cell::Kind::Text)
            title = cell.text;
        fillField(int(i));
    }
    const QString number = QString::number(m_model.position(m_row) + 1);
    m_title->setText(title.isEmpty() ? tr("Row %1").arg(number) : title);
    QString caption = tr("%1 · row %2").arg(m_tableName, number);
    if (changes > 0)
        caption += tr(" · %n changes", nullptr, changes);
    m_caption->setText(caption);
}

void RowInspector::fillField(int column)
{
    const Field &field = m_fields[size_t(column)];
    const QModelIndex index = m_model.index(m_row, column);
    const driver::Value value = m_model.value(index);
    const GridModel::Cell cell = m_model.cell(index);
    const bool editable = m_model.mayType(index);
    const Colors &colors = theme().colors();
    const QString empty = cell.kind == GridModel::Cell::Kind::Given ? tr("auto") : value.isNull() || value.isDefault() ? QStringLiteral("NULL") : QString();
    m_filling = true;
    if (field.box) {
        fillBox(field, column);
    } else if (field.text) {
        fillText(field, column);
        field.text->setPlaceholderText(empty);
        field.text->setReadOnly(!editable);
    } else {
        const bool big = value.wholeSize() > 20'000;
        if (!field.line->isModified() || !field.line->hasFocus()) {
            field.line->setText(cell.kind == GridModel::Cell::Kind::Boolean || big ? cell.text : value.toText());
            field.line->setCursorPosition(0);
            field.line->setModified(false);
        }
        field.line->setPlaceholderText(empty);
        field.line->setReadOnly(!editable || big);
        const auto old = cell.changed ? m_model.oldValue(index) : std::nullopt;
        const QString was = old ? tr("was %1").arg(old->isNull() ? QStringLiteral("NULL") : old->toText().left(200).simplified()) : QString();
        field.was->setText(was);
        field.line->setToolTip(was);
        field.line->setAccessibleDescription(was);
        field.line->setStyleSheet(cell.changed ? QStringLiteral("QLineEdit { background: %1; border-color: %2; }")
                                                     .arg(colors.changedSoft.name(), colors.changed.name())
                                               : QString());
        placeHint(field);
    }
    m_filling = false;
}

void RowInspector::fillBox(const Field &field, int column)
{
    const QModelIndex index = m_model.index(m_row, column);
    const GridModel::Cell cell = m_model.cell(index);
    int at = field.box->findText(cell.kind == GridModel::Cell::Kind::Null ? QStringLiteral("NULL") : cell.text);
    // What a loose column holds beside its words, and what the server will put there, is shown and not offered.
    const QString other = cell.kind == GridModel::Cell::Kind::Given ? tr("auto") : cell.text;
    field.box->setPlaceholderText(other);
    if (cell.kind == GridModel::Cell::Kind::Given || cell.kind == GridModel::Cell::Kind::Empty)
        at = -1;
    field.box->setCurrentIndex(at);
    field.box->setEnabled(m_model.mayType(index));
    const Colors &colors = theme().colors();
    field.box->setStyleSheet(cell.changed ? QStringLiteral("QComboBox { background: %1; border-color: %2; }").arg(colors.changedSoft.name(), colors.changed.name())
                                          : QString());
    const auto old = cell.changed ? m_model.oldValue(index) : std::nullopt;
    field.box->setToolTip(old ? tr("was %1").arg(old->isNull() ? QStringLiteral("NULL") : old->toText()) : QString());
}

void RowInspector::fillText(const Field &field, int column)
{
    const QModelIndex index = m_model.index(m_row, column);
    const driver::Value value = m_model.value(index);
    const GridColumn &shape = m_model.columns()[size_t(column)];
    const bool isJson = shape.look == GridColumn::Look::Json;
    if (m_shape == Shape::Beside)
        field.caption->setText(QString(shape.name % u" · " % shape.typeText.toLower() % (value.isNull() ? QString() : u", " % sizeText(value.wholeSize()))));
    if (!field.text->document()->isModified() || !field.text->hasFocus()) {
        field.text->setPlainText(value.isPart() ? QString(value.toText() % u'…') : isJson ? indented(value.toText()) : value.toText());
        field.text->document()->setModified(false);
    }
    const Colors &colors = theme().colors();
    field.text->setStyleSheet(m_model.cell(index).changed
                                  ? QStringLiteral("QPlainTextEdit { background: %1; border-color: %2; }").arg(colors.changedSoft.name(), colors.changed.name())
                                  : QString());
}

/// At the right in the field, where the text of the field ends before it; else the tip of the field says it.
void RowInspector::placeHint(const Field &field)
{
    constexpr int kPadding = 8;
    const QString text = field.line->text().isEmpty() ? field.line->placeholderText() : field.line->text();
    const int hint = field.was->sizeHint().width();
    const int right = field.line->width() - kPadding;
    const int end = 2 * kPadding + field.line->fontMetrics().horizontalAdvance(text);
    const bool fits = !field.was->text().isEmpty() && end + kPadding <= right - hint;
    field.was->setVisible(fits);
    if (fits)
        field.was->setGeometry(right - hint, 0, hint, field.line->height());
}

bool RowInspector::eventFilter(QObject *watched, QEvent *event)
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields[i];
        if (event->type() == QEvent::Resize && field.line && field.line == watched)
            placeHint(field);
        if (event->type() == QEvent::FocusOut && field.text == watched && field.text && field.text->document()->isModified() && m_row >= 0) {
            field.text->document()->setModified(false);
            m_model.setText(m_model.index(m_row, int(i)), field.text->toPlainText());
        }
        // A wheel that scrolls the row must not turn a choice that it passes.
        if (field.box && field.box == watched && event->type() == QEvent::Wheel && !field.box->hasFocus()) {
            event->ignore();
            return true;
        }
        // Escape leaves with the old value.
        const bool escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (escape && (field.line == watched || field.text == watched) && m_row >= 0) {
            if (field.line)
                field.line->setModified(false);
            else
                field.text->document()->setModified(false);
            fillField(int(i));
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace joinery::ui
