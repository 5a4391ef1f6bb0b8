# Warnings are errors, everywhere and always. Applied to our own targets by depositary_warnings(TARGET).

set(DEPOSITARY_WARNINGS -Wall -Wextra -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # A struct filled in by name leaves out what has a sensible empty value (STYLE: names, not positions).
    list(APPEND DEPOSITARY_WARNINGS -Wno-missing-field-initializers)
    # g++ 12 reports these in its own std::string and std::optional.
    list(APPEND DEPOSITARY_WARNINGS -Wno-restrict -Wno-maybe-uninitialized)
else()
    list(APPEND DEPOSITARY_WARNINGS -Wno-missing-designated-field-initializers)
    # std::stable_sort of libstdc++ 12 uses what it deprecates itself, and clang says so at every call.
    list(APPEND DEPOSITARY_WARNINGS -Wno-deprecated-declarations)
endif()

function(depositary_warnings target)
    target_compile_options(${target} PRIVATE ${DEPOSITARY_WARNINGS})
    # The library's own cheap assertions stay on in every build: a broken invariant stops the program
    # where it is broken, and never becomes an answer.
    target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
endfunction()
