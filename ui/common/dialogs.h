// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>

/// The questions that stop for an answer: files, folders, yes or no. None of them runs a nested event loop: the answer
/// comes to a callback. Tests answer through the seam below instead of driving native dialogs.
namespace joinery::ui::dialogs {

struct Question
{
    enum class Kind { OpenFile, SaveFile, Folder, Confirm };
    Kind kind = Kind::Confirm;
    QString title;
    QString text;              ///< Confirm: what will happen; files: the filters
    QString verb;              ///< Confirm: the button
    bool destructive = false;
    QString suggestion;        ///< SaveFile: a name
};

/// `chosen` is called with the path, never with an empty one.
void openFile(QWidget *parent, const QString &title, const QString &filters, std::function<void(QString)> chosen);
void saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filters,
              std::function<void(QString)> chosen);
void chooseFolder(QWidget *parent, const QString &title, std::function<void(QString)> chosen);
/// `verb` is the button that does it; Cancel is the other one.
void confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb, bool destructive,
             std::function<void()> yes);

/// For tests: answers every question at once; a path, any text for yes, nothing for Cancel. An empty function asks the user again.
void answerWith(std::function<std::optional<QString>(const Question &)> answer);

} // namespace joinery::ui::dialogs
