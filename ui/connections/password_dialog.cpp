// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/password_dialog.h"

#include "ui/common/error_text.h"
#include "ui/connections/connection_list.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace joinery::ui {

PasswordDialog::PasswordDialog(const ConnectionItem &item, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Password for %1").arg(item.name()));
    setMinimumWidth(420);
    const driver::Url &url = item.target().url;
    auto *title = new QLabel(tr("Password for %1").arg(item.name()), this);
    title->setProperty("role", "heading");
    auto *where = new QLabel(url.user.isEmpty() ? addressText(url) : tr("%1 at %2").arg(url.user, addressText(url)), this);
    where->setProperty("role", "dim");
    auto *words = new QLabel(errorWords(item.failure()), this);
    words->setProperty("role", "caption");
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *password = new QLineEdit(this);
    password->setEchoMode(QLineEdit::Password);
    auto *keep = new QCheckBox(tr("Keep it in the system's keychain"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *go = new QPushButton(tr("&Connect"), this);
    go->setProperty("role", "primary");
    go->setDefault(true);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setVerticalSpacing(8);
    layout->addRow(title);
    layout->addRow(where);
    layout->addRow(words);
    layout->addRow(tr("&Password"), password);
    layout->addRow(QString(), keep);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    layout->addRow(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [this, password, keep] {
        Q_EMIT given(password->text(), keep->isChecked());
        accept();
    });
    password->setFocus();
}

} // namespace joinery::ui
