# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and cache settings shared by every target.

find_program(JOINERY_CCACHE ccache)
if(JOINERY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The precompiled headers are cached too; without the sloppiness ccache passes them by.
  set(joinery_launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${JOINERY_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${joinery_launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${joinery_launcher})
endif()

find_program(JOINERY_MOLD mold)
if(JOINERY_MOLD AND CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT JOINERY_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()

add_library(joinery_options INTERFACE)
target_compile_options(joinery_options INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers
  $<$<CONFIG:Debug>:-g1> $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Winvalid-pch>)
target_compile_definitions(joinery_options INTERFACE
  QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
  QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(JOINERY_WERROR)
  target_compile_options(joinery_options INTERFACE -Werror)
endif()
if(JOINERY_SANITIZE)
  target_compile_options(joinery_options INTERFACE -fsanitize=${JOINERY_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(joinery_options INTERFACE -fsanitize=${JOINERY_SANITIZE})
endif()
if(JOINERY_COVERAGE)
  target_compile_options(joinery_options INTERFACE --coverage)
  target_link_options(joinery_options INTERFACE --coverage)
endif()
