// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_column.h"

#include <QTabWidget>

class QLabel;
class QListView;
class QPlainTextEdit;
class QScrollArea;
class QTreeWidget;

namespace joinery::ui {

class HexModel;

/// One value in every way that fits it: text, JSON tree, picture, hexadecimal. The text can be edited where it is whole
/// and of a size for an editor.
class ValueView : public QTabWidget
{
    Q_OBJECT
public:
    explicit ValueView(QWidget *parent = nullptr);

    void show(const driver::Value &value, const GridColumn &column, bool editable);
    using QWidget::show;
    bool isEditable() const;
    bool isModified() const;
    QString text() const;
    QString imageText() const { return m_imageText; } ///< "PNG, 40 × 30 pixels" where it is a picture

Q_SIGNALS:
    void edited();

private:
    void showText(const driver::Value &value, bool editable);
    bool showImage(const QByteArray &bytes);
    void fillTree();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void fitImage();

    QPlainTextEdit *m_text;
    QTreeWidget *m_tree;
    QLabel *m_treeNote;
    QWidget *m_treePage;
    QScrollArea *m_imagePage;
    QLabel *m_image;
    QListView *m_hex;
    HexModel *m_hexModel;
    QPixmap m_pixmap;
    QString m_imageText;
};

} // namespace joinery::ui
