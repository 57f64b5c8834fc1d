// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"

#include <QCoreApplication>

namespace joinery::ui {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return ErrorText::tr("It was cancelled.");
    case ErrorKind::Timeout: return ErrorText::tr("There was no answer in time.");
    case ErrorKind::NameResolution: return ErrorText::tr("The name of the host is not known.");
    case ErrorKind::Network: return ErrorText::tr("The host cannot be reached, or the connection was lost.");
    case ErrorKind::Tls: return ErrorText::tr("No encrypted connection could be agreed on.");
    case ErrorKind::Authentication: return ErrorText::tr("The server refused the user or the password.");
    case ErrorKind::NoDatabase: return ErrorText::tr("The server is there, but it has no such database.");
    case ErrorKind::Permission: return ErrorText::tr("The permission for this is missing.");
    case ErrorKind::ReadOnly: return ErrorText::tr("This connection is read-only.");
    case ErrorKind::Busy: return ErrorText::tr("Somebody else holds a lock on it.");
    case ErrorKind::Unique: return ErrorText::tr("This value exists already and must be unique.");
    case ErrorKind::NotNull: return ErrorText::tr("A value is missing that must not be NULL.");
    case ErrorKind::ForeignKey: return ErrorText::tr("A foreign key does not allow it.");
    case ErrorKind::Check: return ErrorText::tr("A check constraint does not allow it.");
    case ErrorKind::Data: return ErrorText::tr("A value does not fit.");
    case ErrorKind::Syntax: return ErrorText::tr("The SQL is not understood.");
    case ErrorKind::Undefined: return ErrorText::tr("Something that is named does not exist.");
    case ErrorKind::Duplicate: return ErrorText::tr("It exists already.");
    case ErrorKind::Conflict: return ErrorText::tr("Somebody else has changed it.");
    case ErrorKind::NotADatabase: return ErrorText::tr("The file is not a database.");
    case ErrorKind::Corrupt: return ErrorText::tr("The file is damaged.");
    case ErrorKind::NewerFormat: return ErrorText::tr("The file was written by a newer version of Joinery.");
    case ErrorKind::Io: return ErrorText::tr("A file cannot be read or written.");
    case ErrorKind::Unsupported: return ErrorText::tr("This is not possible here.");
    case ErrorKind::InvalidInput: return ErrorText::tr("Something in the input is not right.");
    case ErrorKind::Refused: return ErrorText::tr("This was refused for safety.");
    case ErrorKind::Server: return ErrorText::tr("The server reported an error.");
    case ErrorKind::Internal: return ErrorText::tr("Joinery made a mistake.");
    }
    return {};
}

QString errorWords(const Error &error)
{
    if (error.message.isEmpty())
        return errorSentence(error.kind);
    return error.detail.isEmpty() ? error.message : QString(error.message + u'\n' + error.detail);
}

} // namespace joinery::ui
