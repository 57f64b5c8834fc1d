// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/file_form.h"

#include "ui/common/dialogs.h"
#include "ui/common/error_text.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"
#include "ui/transfer/preview_model.h"
#include "ui/transfer/shape_choices.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr int kPreviewRows = 100;
constexpr int kWidestColumn = 260;

} // namespace

FileForm::FileForm(QWidget *parent)
    : QWidget(parent), m_path(new QLineEdit(this)), m_model(new PreviewModel(this)), m_table(new QTableView(this)), m_said(new QLabel(this))
{
    m_path->setAccessibleName(tr("File"));
    m_path->setPlaceholderText(tr("CSV, JSON, NDJSON or SQL"));
    auto *browse = new QPushButton(tr("Browse…"), this);
    browse->setAutoDefault(false);
    auto *file = new QHBoxLayout;
    auto *label = new QLabel(tr("&File"), this);
    label->setBuddy(m_path);
    file->addWidget(label);
    file->addSpacing(2 * metrics::kUnit);
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    m_shape = buildShape();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(metrics::kRow);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * metrics::kUnit);
    layout->addLayout(file);
    layout->addWidget(m_shape);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_said);
    m_shape->setEnabled(false);
    say(tr("Choose a file, or drop one onto a grid."), false);

    connect(browse, &QPushButton::clicked, this, [this] {
        dialogs::openFile(this, tr("File to import"),
                          tr("Tables") + QStringLiteral(" (*.csv *.tsv *.tab *.txt *.json *.ndjson *.jsonl *.sql);;") + tr("All files") + QStringLiteral(" (*)"),
                          [this](const QString &path) { setPath(path); });
    });
    connect(m_path, &QLineEdit::editingFinished, this, [this] {
        if (m_path->isModified()) {
            m_path->setModified(false);
            read(true);
        }
    });
}

QWidget *FileForm::buildShape()
{
    auto *shape = new QWidget(this);
    m_format = new QComboBox(shape);
    m_format->addItem(QStringLiteral("CSV"), int(transfer::FileFormat::Csv));
    m_format->addItem(QStringLiteral("JSON"), int(transfer::FileFormat::Json));
    m_format->addItem(QStringLiteral("NDJSON"), int(transfer::FileFormat::Ndjson));
    m_format->addItem(QStringLiteral("SQL"), -1);
    m_delimiter = delimiterBox(shape);
    m_encoding = encodingBox(shape);
    m_quote = new QComboBox(shape);
    m_quote->addItem(QStringLiteral("\""), QString(u'"'));
    m_quote->addItem(QStringLiteral("'"), QString(u'\''));
    m_quote->addItem(tr("None", "no quotes"), QString());
    m_decimal = new QComboBox(shape);
    m_decimal->addItem(QStringLiteral("1234.5"), false);
    m_decimal->addItem(QStringLiteral("1.234,5"), true);
    m_null = new QLineEdit(shape);
    m_null->setPlaceholderText(tr("nothing", "what stands for NULL"));
    m_null->setFixedWidth(90);
    m_header = new QCheckBox(tr("The first row &names the columns"), shape);
    m_csvOnly = new QWidget(shape);
    auto *csv = new QHBoxLayout(m_csvOnly);
    csv->setContentsMargins(0, 0, 0, 0);
    csv->setSpacing(3 * metrics::kUnit);
    csv->addWidget(captioned(tr("&Delimiter"), m_delimiter, m_csvOnly));
    csv->addWidget(captioned(tr("&Quotes"), m_quote, m_csvOnly));
    csv->addWidget(captioned(tr("N&umbers"), m_decimal, m_csvOnly));
    csv->addWidget(captioned(tr("NU&LL is written"), m_null, m_csvOnly));
    csv->addWidget(m_header, 0, Qt::AlignBottom);
    auto *row = new QHBoxLayout(shape);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * metrics::kUnit);
    row->addWidget(captioned(tr("F&ormat"), m_format, shape));
    row->addWidget(captioned(tr("&Encoding"), m_encoding, shape));
    row->addWidget(m_csvOnly);
    row->addStretch();

    const auto changed = [this] {
        if (!m_showing)
            read(false);
    };
    for (QComboBox *box : {m_format, m_delimiter, m_encoding, m_quote, m_decimal})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    connect(m_null, &QLineEdit::editingFinished, this, changed);
    connect(m_header, &QCheckBox::toggled, this, changed);
    return shape;
}

void FileForm::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
    m_path->setModified(false);
    read(true);
}

bool FileForm::isScript() const { return m_format->currentData().toInt() < 0; }

transfer::FileShape FileForm::shape() const
{
    transfer::FileShape shape = m_read;
    shape.format = transfer::FileFormat(m_format->currentData().toInt());
    shape.csv.encoding = transfer::Encoding(m_encoding->currentData().toInt());
    shape.csv.separator = m_delimiter->currentData().toString().at(0).toLatin1();
    const QString quote = m_quote->currentData().toString();
    shape.csv.quote = quote.isEmpty() ? '\0' : quote.at(0).toLatin1();
    shape.csv.decimalComma = m_decimal->currentData().toBool();
    shape.csv.null = m_null->text().toUtf8();
    shape.csv.header = m_header->isChecked();
    return shape;
}

/// With what the controls say, or as the file itself suggests.
void FileForm::read(bool asGuessed)
{
    m_job.cancel();
    const quint64 generation = ++m_generation;
    m_preview.reset();
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (path.isEmpty()) {
        m_shape->setEnabled(false);
        m_model->clear();
        say(tr("Choose a file, or drop one onto a grid."), false);
        Q_EMIT previewChanged();
        return;
    }
    if (asGuessed) {
        m_showing = true;
        choose(*m_format, endingOfPath(path) == u"sql" ? -1 : int(transfer::FileFormat::Csv));
        m_showing = false;
    }
    if (isScript()) {
        showScript();
        return;
    }
    Q_EMIT previewChanged();
    const std::optional<transfer::FileShape> given = asGuessed ? std::nullopt : std::optional(shape());
    m_job = worker::previewImport(path, given, kPreviewRows, this, [this, generation](Result<worker::ImportPreview> preview) {
        if (generation == m_generation)
            show(std::move(preview));
    });
}

void FileForm::show(Result<worker::ImportPreview> preview)
{
    m_shape->setEnabled(preview.has_value() || m_shape->isEnabled());
    if (!preview) {
        m_model->clear();
        say(errorWords(preview.error()), true);
        Q_EMIT previewChanged();
        return;
    }
    m_preview = *std::move(preview);
    m_read = m_preview->shape;
    showShape();
    m_model->show(*m_preview);
    m_table->show();
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + 12, kWidestColumn));
    const QLocale locale;
    QString said = tr("%n column(s)", nullptr, int(m_preview->columns.size())) + QStringLiteral(" · ")
                   + tr("the first %n row(s)", nullptr, m_preview->rows->rowCount()) + QStringLiteral(" · ") + locale.formattedDataSize(m_preview->fileBytes);
    const bool bad = !m_preview->bad.empty();
    if (bad) {
        const transfer::BadRow &first = m_preview->bad.front();
        said += u'\n' + tr("%n of the first rows cannot be read. Line %1: %2.", nullptr, int(m_preview->bad.size())).arg(first.line).arg(first.reason);
    }
    say(said, bad);
    Q_EMIT previewChanged();
}

void FileForm::showShape()
{
    m_showing = true;
    const transfer::CsvShape &csv = m_read.csv;
    choose(*m_format, int(m_read.format));
    choose(*m_delimiter, QString(QLatin1Char(csv.separator)));
    choose(*m_encoding, int(csv.encoding));
    choose(*m_quote, csv.quote ? QString(QLatin1Char(csv.quote)) : QString());
    choose(*m_decimal, csv.decimalComma);
    m_null->setText(QString::fromUtf8(csv.null));
    m_header->setChecked(csv.header);
    m_csvOnly->setVisible(m_read.format == transfer::FileFormat::Csv);
    m_showing = false;
}

void FileForm::showScript()
{
    m_shape->setEnabled(true);
    m_csvOnly->hide();
    m_model->clear();
    m_table->hide();
    const QFileInfo file(QDir::fromNativeSeparators(m_path->text().trimmed()));
    if (file.isReadable() && file.isFile())
        say(tr("The statements of this script run on the database, all of them or none, in one transaction. %1.")
                .arg(QLocale().formattedDataSize(file.size())), false);
    else
        say(tr("%1 cannot be read.").arg(m_path->text()), true);
    Q_EMIT previewChanged();
}

void FileForm::say(const QString &text, bool isError)
{
    setRole(m_said, isError ? QStringLiteral("error") : QStringLiteral("dim"));
    m_said->setText(text);
}

} // namespace joinery::ui
