# cmake -DROOM= -DDECLARED=a|b -DROOMS=a|b|c -DVIEW=path|path -DCOMPILER= -DSOURCE= -DSCRATCH= -P arrows.cmake
#
# In the view of ROOM, and in this order, so that a failure below it means what it says:
#   1. every header of ROOM compiles;
#   2. a header of each declared room is found;
#   3. a header of any other room is not, and the compiler says that the file was not found.

cmake_minimum_required(VERSION 3.25)

foreach(list DECLARED ROOMS VIEW)
    string(REPLACE "|" ";" ${list} "${${list}}")
endforeach()
set(search_path)
foreach(folder IN LISTS VIEW)
    list(APPEND search_path "-I${folder}")
endforeach()

# Sets `result` (0 when it compiled) and `errors` in the caller.
macro(compile name text)
    set(file "${SCRATCH}/${ROOM}_${name}.cpp")
    file(WRITE "${file}" "${text}")
    execute_process(COMMAND "${COMPILER}" -std=c++23 -fsyntax-only ${search_path} "${file}"
                    RESULT_VARIABLE result ERROR_VARIABLE errors OUTPUT_QUIET)
endmacro()

file(GLOB own_headers RELATIVE "${SOURCE}" "${SOURCE}/${ROOM}/*.hpp")
# What tests share sees what they see (TEST_DEPENDS).
list(FILTER own_headers EXCLUDE REGEX "/testing_[^/]*\\.hpp$")
set(text "")
foreach(header IN LISTS own_headers)
    string(APPEND text "#include \"${header}\"\n")
endforeach()
compile(own "${text}")
if(NOT result EQUAL 0)
    message(FATAL_ERROR "the headers of ${ROOM} do not compile with what ${ROOM} declares:\n${errors}")
endif()

foreach(other IN LISTS ROOMS)
    file(GLOB headers RELATIVE "${SOURCE}" "${SOURCE}/${other}/*.hpp")
    if(other STREQUAL ROOM OR NOT headers)
        continue()
    endif()
    list(GET headers 0 header)
    if(other IN_LIST DECLARED)
        compile(${other} "#if !__has_include(\"${header}\")\n#error no such file\n#endif\n")
        if(NOT result EQUAL 0)
            message(FATAL_ERROR "${ROOM} declares ${other}, but does not find ${header}:\n${errors}")
        endif()
    else()
        compile(${other} "#include \"${header}\"\n")
        if(result EQUAL 0)
            message(FATAL_ERROR "${ROOM} does not declare ${other}, and yet ${header} compiles in it")
        elseif(NOT errors MATCHES "file not found|No such file")
            message(FATAL_ERROR "${header} fails in ${ROOM}, but for another reason:\n${errors}")
        endif()
        message(STATUS "${ROOM} cannot include ${header}: good")
    endif()
endforeach()
