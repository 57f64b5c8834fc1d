// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/value_view.h"

#include "ui/common/theme.h"
#include "ui/grid/cell/hex_model.h"
#include "ui/grid/cell/json_tree.h"

#include <QBuffer>
#include <QHeaderView>
#include <QImageReader>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStringDecoder>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace joinery::ui {

using driver::ValueTag;

namespace {

constexpr qsizetype kEditable = qsizetype(driver::kShownCells.whole);
constexpr int kMostMegapixels = 100;

// What an editor shows of a text: all of it, or its start.
QString startOf(const QByteArray &utf8)
{
    driver::RowBlock start(1);
    start.setCellLimit({size_t(kEditable), size_t(kEditable)});
    start.append(ValueTag::Text, utf8.constData(), size_t(utf8.size()));
    return QString::fromUtf8(start.bytes(0, 0));
}

bool isText(const QByteArray &bytes)
{
    const QByteArray start = bytes.left(kEditable);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(start);
    return !start.contains('\0') && (!decoder.hasError() || bytes.size() > kEditable);
}

/// For each line that it breaks, Qt looks for the end of the word.
bool hasLongWord(const QString &text)
{
    constexpr int kLong = 2000;
    int length = 0;
    return std::ranges::any_of(text, [&](QChar c) { return (length = c.isSpace() ? 0 : length + 1) > kLong; });
}

} // namespace

ValueView::ValueView(QWidget *parent) : QTabWidget(parent)
{
    setDocumentMode(true);
    m_text = new QPlainTextEdit(this);
    m_text->setFont(theme().monospaced());
    m_text->setAccessibleName(tr("Value as text"));
    m_text->setTabChangesFocus(false);
    connect(m_text, &QPlainTextEdit::modificationChanged, this, &ValueView::edited);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ValueView::edited);

    m_treePage = new QWidget(this);
    auto *column = new QVBoxLayout(m_treePage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_treeNote = new QLabel(m_treePage);
    m_treeNote->setWordWrap(true);
    m_treeNote->setTextFormat(Qt::PlainText);
    m_treeNote->setContentsMargins(8, 8, 8, 0);
    m_tree = new QTreeWidget(m_treePage);
    m_tree->setHeaderLabels({tr("Name"), tr("Value")});
    m_tree->setFont(theme().monospaced());
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Value as a tree"));
    m_tree->header()->setStretchLastSection(true);
    column->addWidget(m_treeNote);
    column->addWidget(m_tree, 1);

    m_imagePage = new QScrollArea(this);
    m_imagePage->setFrameShape(QFrame::NoFrame);
    m_image = new QLabel(m_imagePage);
    m_image->setAlignment(Qt::AlignCenter);
    m_imagePage->setWidget(m_image);
    m_imagePage->setWidgetResizable(true);
    m_imagePage->setAccessibleName(tr("Value as a picture"));
    m_imagePage->installEventFilter(this);

    m_hexModel = new HexModel(this);
    m_hex = new QListView(this);
    m_hex->setModel(m_hexModel);
    m_hex->setUniformItemSizes(true);
    m_hex->setFont(theme().monospaced());
    m_hex->setFrameShape(QFrame::NoFrame);
    m_hex->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_hex->setAccessibleName(tr("Value in hexadecimal"));
    connect(this, &QTabWidget::currentChanged, this, [this] {
        if (currentWidget() == m_treePage)
            fillTree();
    });
}

void ValueView::show(const driver::Value &value, const GridColumn &column, bool editable)
{
    const QSignalBlocker quiet(this);
    clear();
    m_imageText.clear();
    const bool isBytes = value.tag() == ValueTag::Bytes;
    const bool isJson = column.look == GridColumn::Look::Json;
    const QByteArray bytes = isBytes || value.tag() == ValueTag::Text || value.tag() == ValueTag::Lexical ? value.data() : value.toText().toUtf8();
    for (QWidget *page : {static_cast<QWidget *>(m_text), m_treePage, static_cast<QWidget *>(m_imagePage), static_cast<QWidget *>(m_hex)})
        page->hide();
    if (isBytes && showImage(bytes))
        addTab(m_imagePage, tr("Picture"));
    showText(value, editable && !isBytes);
    if (!isBytes || isText(bytes))
        addTab(m_text, tr("Text"));
    if (!value.isPart() && !value.isNull() && (isJson || bytes.startsWith('{') || bytes.startsWith('[')) && (!isBytes || isText(bytes)))
        addTab(m_treePage, tr("JSON"));
    m_hexModel->setBytes(bytes);
    addTab(m_hex, tr("Hexadecimal"));
    setCurrentIndex(0);
}

void ValueView::showText(const driver::Value &value, bool editable)
{
    const QSignalBlocker quiet(m_text);
    const bool hasBytes = value.tag() == ValueTag::Text || value.tag() == ValueTag::Lexical || value.tag() == ValueTag::Bytes;
    const QString text = hasBytes ? startOf(value.data()) : value.toText();
    m_text->setWordWrapMode(hasLongWord(text) ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setPlainText(text);
    m_text->document()->setModified(false);
    m_text->setReadOnly(!editable || value.isPart() || value.data().size() > kEditable);
    m_text->setPlaceholderText(value.isNull() || value.isDefault() ? QStringLiteral("NULL") : QString());
}

bool ValueView::showImage(const QByteArray &bytes)
{
    m_pixmap = {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    // What would not fit into memory is not tried.
    if (!reader.canRead() || qint64(size.width()) * size.height() > qint64(kMostMegapixels) * 1'000'000)
        return false;
    const QString format = QString::fromLatin1(reader.format()).toUpper();
    const QImage image = reader.read();
    if (image.isNull())
        return false;
    m_pixmap = QPixmap::fromImage(image);
    m_imageText = tr("%1, %2 × %3 pixels").arg(format).arg(image.width()).arg(image.height());
    m_image->setAccessibleDescription(m_imageText);
    fitImage();
    return true;
}

/// Large pictures are shrunk to the window, small ones stay as they are.
void ValueView::fitImage()
{
    if (m_pixmap.isNull())
        return;
    const QSize room = m_imagePage->maximumViewportSize().expandedTo({64, 64});
    const bool fits = m_pixmap.width() <= room.width() && m_pixmap.height() <= room.height();
    m_image->setPixmap(fits ? m_pixmap : m_pixmap.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

bool ValueView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_imagePage && event->type() == QEvent::Resize)
        fitImage();
    return QTabWidget::eventFilter(watched, event);
}

void ValueView::fillTree()
{
    const QString note = fillJsonTree(*m_tree, m_text->isReadOnly() ? m_hexModel->bytes() : m_text->toPlainText().toUtf8());
    m_tree->resizeColumnToContents(0);
    m_treeNote->setText(note);
    m_treeNote->setVisible(!note.isEmpty());
}

bool ValueView::isEditable() const { return !m_text->isReadOnly() && indexOf(m_text) >= 0; }
bool ValueView::isModified() const { return m_text->document()->isModified(); }
QString ValueView::text() const { return m_text->toPlainText(); }

} // namespace joinery::ui
