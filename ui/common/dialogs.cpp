// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialogs.h"

#include "ui/common/theme.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace joinery::ui::dialogs {

namespace {

std::function<std::optional<QString>(const Question &)> s_answer;

/// True where the seam has answered.
bool answered(const Question &question, const std::function<void(QString)> &chosen)
{
    if (!s_answer)
        return false;
    if (const std::optional<QString> answer = s_answer(question))
        chosen(*answer);
    return true;
}

void showFileDialog(QWidget *parent, const Question &question, std::function<void(QString)> chosen)
{
    if (answered(question, chosen))
        return;
    auto *dialog = new QFileDialog(parent, question.title, question.suggestion, question.text);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(question.kind == Question::Kind::SaveFile ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(question.kind == Question::Kind::SaveFile ? QFileDialog::AnyFile
                        : question.kind == Question::Kind::Folder ? QFileDialog::Directory
                                                                  : QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [chosen = std::move(chosen)](const QString &path) {
        if (!path.isEmpty())
            chosen(path);
    });
    dialog->open();
}

} // namespace

void openFile(QWidget *parent, const QString &title, const QString &filters, std::function<void(QString)> chosen)
{
    showFileDialog(parent, {Question::Kind::OpenFile, title, filters}, std::move(chosen));
}

void saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filters,
              std::function<void(QString)> chosen)
{
    showFileDialog(parent, {Question::Kind::SaveFile, title, filters, {}, false, suggestion}, std::move(chosen));
}

void chooseFolder(QWidget *parent, const QString &title, std::function<void(QString)> chosen)
{
    showFileDialog(parent, {Question::Kind::Folder, title}, std::move(chosen));
}

void confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb, bool destructive,
             std::function<void()> yes)
{
    const Question question{Question::Kind::Confirm, title, text, verb, destructive};
    if (answered(question, [&](const QString &) { yes(); }))
        return;
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setText(title);
    box->setInformativeText(text);
    box->setIconPixmap(icon(destructive ? QStringLiteral("warning") : QStringLiteral("question"),
                            destructive ? theme().colors().production : theme().colors().accent).pixmap(32, 32));
    QPushButton *button = box->addButton(verb, QMessageBox::AcceptRole);
    button->setProperty("role", destructive ? QStringLiteral("danger") : QStringLiteral("primary"));
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(destructive ? cancel : button);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::finished, box, [box, button, yes = std::move(yes)] {
        if (box->clickedButton() == button)
            yes();
    });
    box->open();
}

void answerWith(std::function<std::optional<QString>(const Question &)> answer)
{
    s_answer = std::move(answer);
}

} // namespace joinery::ui::dialogs
