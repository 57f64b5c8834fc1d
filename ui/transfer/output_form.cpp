// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/output_form.h"

#include "ui/common/theme.h"
#include "ui/transfer/shape_choices.h"

#include <QHBoxLayout>

namespace joinery::ui {

using transfer::OutputFormat;

namespace {

// Excel takes a UTF-8 file for what it is by its mark alone.
constexpr int kUtf8WithMark = 100;

QString formatName(OutputFormat format)
{
    switch (format) {
    case OutputFormat::Csv: return QStringLiteral("CSV");
    case OutputFormat::Json: return QStringLiteral("JSON");
    case OutputFormat::Ndjson: return QStringLiteral("NDJSON");
    case OutputFormat::Sql: return OutputForm::tr("SQL INSERT");
    case OutputFormat::Xlsx: return OutputForm::tr("Excel (XLSX)");
    case OutputFormat::Markdown: return QStringLiteral("Markdown");
    }
    Q_UNREACHABLE();
}

} // namespace

OutputForm::OutputForm(QWidget *parent)
    : QWidget(parent), m_format(new QComboBox(this)), m_delimiter(delimiterBox(this)), m_encoding(encodingBox(this)), m_null(new QLineEdit(this)),
      m_table(new QLineEdit(this)), m_header(new QCheckBox(tr("&Names in the first row"), this))
{
    for (const OutputFormat format : transfer::kOutputFormats)
        m_format->addItem(formatName(format), int(format));
    m_encoding->insertItem(1, tr("UTF-8 for Excel"), kUtf8WithMark);
    m_null->setFixedWidth(90);
    m_null->setPlaceholderText(tr("nothing", "what stands for NULL"));
    m_table->setMinimumWidth(160);
    m_header->setChecked(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * metrics::kUnit);
    row->addWidget(captioned(tr("F&ormat"), m_format, this));
    const auto option = [&](QWidget *widget, const QList<OutputFormat> &formats) {
        row->addWidget(widget, 0, Qt::AlignBottom);
        m_options.append({widget, formats});
    };
    option(captioned(tr("&Delimiter"), m_delimiter, this), {OutputFormat::Csv});
    option(captioned(tr("&Encoding"), m_encoding, this),
           {OutputFormat::Csv, OutputFormat::Json, OutputFormat::Ndjson, OutputFormat::Sql, OutputFormat::Markdown});
    option(captioned(tr("NU&LL is written"), m_null, this), {OutputFormat::Csv, OutputFormat::Markdown});
    option(captioned(tr("&Table in the statements"), m_table, this), {OutputFormat::Sql});
    option(m_header, {OutputFormat::Csv});
    row->addStretch();
    connect(m_format, &QComboBox::currentIndexChanged, this, &OutputForm::showOptions);
    connect(m_table, &QLineEdit::textChanged, this, &OutputForm::changed);
    showOptions();
}

OutputFormat OutputForm::format() const { return OutputFormat(m_format->currentData().toInt()); }

void OutputForm::setFormat(OutputFormat format) { choose(*m_format, int(format)); }

void OutputForm::showOptions()
{
    for (const auto &[widget, formats] : std::as_const(m_options))
        widget->setVisible(formats.contains(format()));
    if (!m_null->isModified())
        m_null->setText(format() == OutputFormat::Markdown ? QStringLiteral("NULL") : QString());
    Q_EMIT changed();
}

transfer::OutputShape OutputForm::shape() const
{
    transfer::OutputShape shape;
    shape.format = format();
    shape.csv.separator = m_delimiter->currentData().toString().at(0).toLatin1();
    shape.csv.null = m_null->text().toUtf8();
    shape.csv.header = m_header->isChecked();
    shape.markdownNull = m_null->text().toUtf8();
    const int encoding = m_encoding->currentData().toInt();
    shape.mark = encoding == kUtf8WithMark || encoding == int(transfer::Encoding::Utf16Le) || encoding == int(transfer::Encoding::Utf16Be);
    shape.encoding = encoding == kUtf8WithMark ? transfer::Encoding::Utf8 : transfer::Encoding(encoding);
    shape.table = schema::Name(m_table->text().trimmed());
    return shape;
}

QString OutputForm::mistake() const
{
    return format() == OutputFormat::Sql && m_table->text().trimmed().isEmpty() ? tr("INSERT statements need the name of a table.") : QString();
}

} // namespace joinery::ui
