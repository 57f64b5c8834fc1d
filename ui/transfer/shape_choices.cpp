// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/shape_choices.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace joinery::ui {

QComboBox *delimiterBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(QCoreApplication::translate("joinery::ui::ShapeChoices", "Comma  ,"), QString(u','));
    box->addItem(QCoreApplication::translate("joinery::ui::ShapeChoices", "Semicolon  ;"), QString(u';'));
    box->addItem(QCoreApplication::translate("joinery::ui::ShapeChoices", "Tab"), QString(u'\t'));
    box->addItem(QCoreApplication::translate("joinery::ui::ShapeChoices", "Bar  |"), QString(u'|'));
    return box;
}

QComboBox *encodingBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    using transfer::Encoding;
    box->addItem(QStringLiteral("UTF-8"), int(Encoding::Utf8));
    box->addItem(QStringLiteral("UTF-16 LE"), int(Encoding::Utf16Le));
    box->addItem(QStringLiteral("UTF-16 BE"), int(Encoding::Utf16Be));
    box->addItem(QStringLiteral("Windows-1252"), int(Encoding::Windows1252));
    return box;
}

void choose(QComboBox &box, const QVariant &data)
{
    int at = box.findData(data);
    if (at < 0) {
        box.addItem(data.toString(), data);
        at = box.count() - 1;
    }
    box.setCurrentIndex(at);
}

QWidget *captioned(const QString &caption, QWidget *control, QWidget *parent)
{
    auto *both = new QWidget(parent);
    auto *label = new QLabel(caption, both);
    label->setProperty("role", QStringLiteral("caption"));
    label->setBuddy(control);
    control->setAccessibleName(QString(caption).remove(u'&'));
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(control);
    return both;
}

QString endingOfPath(const QString &path) { return QFileInfo(path).suffix().toLower(); }

} // namespace joinery::ui
