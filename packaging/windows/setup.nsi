; The Windows installer. packaging/installer.py gives it:
;   PAYLOAD     folder of the program          VERSION, NUMBERS   1.2.0 and 1.2.0.0
;   OUTFILE     the installer to write         SIZE_KB            of the program, unpacked
;   FILES       removes the program's files    LICENSE            the program's own
;   TARGET      NSIS' kind of processor        ICON, SIDE, PUBLISHER, COPYRIGHT, COMPRESSOR
;
; Silent: Setup.exe /S [/CLIENTS=both|sales|inventory] [/DESKTOP=no] [/DATABASE=computer|server /HOST= /PORT= /NAME=
;         /USER=] [/D=folder, last and without quotes]. The password is in POSIM_PASSWORD.
; Exit codes: 0 done, 1 cancelled, 2 failed, 3 Windows too old, 4 the program is running, 5 the database cannot be used.

Unicode true
Target ${TARGET}
SetCompressor /SOLID ${COMPRESSOR}
RequestExecutionLevel admin
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include Sections.nsh
!include nsDialogs.nsh

!define PRODUCT "posim-desktop"
!define OLDEST_BUILD 18362
!define SETTINGS_KEY "Software\${PRODUCT}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define LINKS "$SMPROGRAMS\${PRODUCT}"
!define SALES "Sales Client"
!define INVENTORY "Inventory Client"

Name "${PRODUCT}"
OutFile "${OUTFILE}"
BrandingText "${PRODUCT} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Setup of ${PRODUCT}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${COPYRIGHT}"

Var Clients
Var DesktopLinks
Var Database
Var Host
Var Port
Var DatabaseName
Var User
Var Password
Var Said
Var DeleteData
Var KeepRadio
Var ComputerRadio
Var ServerRadio
Var HostField
Var PortField
Var NameField
Var UserField
Var PasswordField
Var DataBox

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Open the program"
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram

!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE ComponentsLeave
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
Page custom DatabasePage DatabaseLeave
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
UninstPage custom un.DataPage un.DataLeave
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; ---- is it running? An open program cannot be written to. ----

!macro WaitUntilClosed Un
Function ${Un}IsWritable ; the file's name is on the stack; leaves 1 or 0
  Exch $0
  ${IfNot} ${FileExists} "$0"
    StrCpy $0 1
  ${Else}
    ClearErrors
    FileOpen $0 "$0" a
    ${If} ${Errors}
      StrCpy $0 0
    ${Else}
      FileClose $0
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
  Exch $0
FunctionEnd

Function ${Un}WaitUntilClosed
  again:
  StrCpy $1 1
  Push "$INSTDIR\posim-sales.exe"
  Call ${Un}IsWritable
  Pop $0
  IntOp $1 $1 & $0
  Push "$INSTDIR\posim-inventory.exe"
  Call ${Un}IsWritable
  Pop $0
  IntOp $1 $1 & $0
  Push "$INSTDIR\posim-desktop.exe"
  Call ${Un}IsWritable
  Pop $0
  IntOp $1 $1 & $0
  ${If} $1 = 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "The program is open on this computer. Close the Sales Client and the Inventory Client for every Windows user, then try again." /SD IDCANCEL IDRETRY again
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; ---- what is installed ----

Section "-Program" SEC_PROGRAM
  SetShellVarContext all
  Call WaitUntilClosed
  ; Take an older version's files away first, so that none of them is left, here or where it was.
  ReadRegStr $R9 HKLM "${SETTINGS_KEY}" "Folder"
  ${If} $R9 != ""
  ${AndIf} ${FileExists} "$R9\uninstall.exe"
    ExecWait '"$R9\uninstall.exe" /S /UPGRADE _?=$R9' $0
    ${If} $0 != 0
      MessageBox MB_OK|MB_ICONSTOP "The older version in $R9 could not be removed, so nothing was changed." /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    Delete "$R9\uninstall.exe"
    RMDir "$R9"
  ${EndIf}
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r /x posim-sales.exe /x posim-inventory.exe "${PAYLOAD}\*.*"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "The program could not be written to $INSTDIR." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "${LINKS}"
  WriteRegStr HKLM "${SETTINGS_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\posim-desktop.exe"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Cashier workstation (${SALES})" SEC_SALES
  SetShellVarContext all
  SetOutPath "$INSTDIR"
  File "${PAYLOAD}\posim-sales.exe"
  CreateShortcut "${LINKS}\${SALES}.lnk" "$INSTDIR\posim-sales.exe"
SectionEnd

Section "Inventory workstation (${INVENTORY})" SEC_INVENTORY
  SetShellVarContext all
  SetOutPath "$INSTDIR"
  File "${PAYLOAD}\posim-inventory.exe"
  CreateShortcut "${LINKS}\${INVENTORY}.lnk" "$INSTDIR\posim-inventory.exe"
SectionEnd

Section "Desktop shortcuts" SEC_DESKTOP
  SetShellVarContext all
  ${If} ${SectionIsSelected} ${SEC_SALES}
    CreateShortcut "$DESKTOP\${SALES}.lnk" "$INSTDIR\posim-sales.exe"
  ${EndIf}
  ${If} ${SectionIsSelected} ${SEC_INVENTORY}
    CreateShortcut "$DESKTOP\${INVENTORY}.lnk" "$INSTDIR\posim-inventory.exe"
  ${EndIf}
SectionEnd

Section "-Choices"
  StrCpy $Clients "both"
  ${IfNot} ${SectionIsSelected} ${SEC_INVENTORY}
    StrCpy $Clients "sales"
  ${ElseIfNot} ${SectionIsSelected} ${SEC_SALES}
    StrCpy $Clients "inventory"
  ${EndIf}
  WriteRegStr HKLM "${SETTINGS_KEY}" "Clients" "$Clients"
  ${If} ${SectionIsSelected} ${SEC_DESKTOP}
    WriteRegStr HKLM "${SETTINGS_KEY}" "Desktop" "yes"
  ${Else}
    WriteRegStr HKLM "${SETTINGS_KEY}" "Desktop" "no"
  ${EndIf}
  ${If} ${Silent}
  ${AndIf} $Database != ""
    Call Connect
    Pop $0
    ${If} $0 != 0
      SetErrorLevel 5
    ${EndIf}
  ${EndIf}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SEC_SALES} "Sell, back-order, look up invoices."
  !insertmacro MUI_DESCRIPTION_TEXT ${SEC_INVENTORY} "Order and receive goods; keep items, vendors, backorders."
  !insertmacro MUI_DESCRIPTION_TEXT ${SEC_DESKTOP} "A shortcut to each client on every user's desktop."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; ---- before the first page ----

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${PRODUCT} needs 64-bit Windows." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ${WinVerGetBuild} $0
  ${If} $0 < ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "${PRODUCT} needs Windows 10 version 1903 (build ${OLDEST_BUILD}) or newer. This is build $0." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  SetRegView 64
  ${If} $INSTDIR == "" ; else /D= said where
    ReadRegStr $INSTDIR HKLM "${SETTINGS_KEY}" "Folder"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$PROGRAMFILES64\${PRODUCT}"
  ${EndIf}
  Call WaitUntilClosed
  Call ReadChoices
FunctionEnd

; What was chosen last time is the default, what the command line says goes before it.
Function ReadChoices
  ReadRegStr $Clients HKLM "${SETTINGS_KEY}" "Clients"
  ReadRegStr $DesktopLinks HKLM "${SETTINGS_KEY}" "Desktop"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/CLIENTS=" $R1
  ${IfNot} ${Errors}
    StrCpy $Clients $R1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP=" $R1
  ${IfNot} ${Errors}
    StrCpy $DesktopLinks $R1
  ${EndIf}
  ${GetOptions} $R0 "/DATABASE=" $Database
  ${GetOptions} $R0 "/HOST=" $Host
  ${GetOptions} $R0 "/PORT=" $Port
  ${GetOptions} $R0 "/NAME=" $DatabaseName
  ${GetOptions} $R0 "/USER=" $User
  ClearErrors
  ReadEnvStr $Password POSIM_PASSWORD
  ${If} $Port == ""
    StrCpy $Port 5432
  ${EndIf}
  ${If} $Clients == "sales"
    !insertmacro UnselectSection ${SEC_INVENTORY}
  ${ElseIf} $Clients == "inventory"
    !insertmacro UnselectSection ${SEC_SALES}
  ${EndIf}
  ${If} $DesktopLinks == "no"
    !insertmacro UnselectSection ${SEC_DESKTOP}
  ${EndIf}
FunctionEnd

Function ComponentsLeave
  ${IfNot} ${SectionIsSelected} ${SEC_SALES}
  ${AndIfNot} ${SectionIsSelected} ${SEC_INVENTORY}
    MessageBox MB_OK|MB_ICONEXCLAMATION "Choose the cashier workstation, the inventory workstation, or both."
    Abort
  ${EndIf}
FunctionEnd

; ---- the database ----

; Has the installed program try the database out and keep it; leaves 0 if that went well, and what it said in $Said.
Function Connect
  ${If} $Database == "computer"
    nsExec::ExecToStack '"$INSTDIR\posim-desktop.exe" connect --this-computer'
  ${ElseIf} $Database == "server"
    ; In the environment, not on the command line, which every user of the computer can read.
    System::Call 'kernel32::SetEnvironmentVariable(t "POSIM_PASSWORD", t "$Password")'
    nsExec::ExecToStack '"$INSTDIR\posim-desktop.exe" connect --host "$Host" --port "$Port" --name "$DatabaseName" --user "$User"'
    System::Call 'kernel32::SetEnvironmentVariable(t "POSIM_PASSWORD", t "")'
  ${Else}
    Push "/DATABASE= must be computer or server."
    Push 2
  ${EndIf}
  Pop $0
  Pop $Said
  DetailPrint "$Said"
  Push $0
FunctionEnd

Function DatabasePage
  !insertmacro MUI_HEADER_TEXT "The shop's data" "Choose where this workstation finds the shop."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 0 100% 12u "&Leave it as it is"
  Pop $KeepRadio
  ${NSD_CreateRadioButton} 0 14u 100% 12u "On &this computer: one workstation, nothing to set up"
  Pop $ComputerRadio
  ${NSD_CreateRadioButton} 0 28u 100% 12u "On a &PostgreSQL server that several workstations share"
  Pop $ServerRadio
  !macro Field Caption Top Variable Content
    ${NSD_CreateLabel} 14u ${Top} 60u 10u "${Caption}"
    Pop $0
    ${NSD_CreateText} 76u ${Top} 60% 12u "${Content}"
    Pop ${Variable}
  !macroend
  !insertmacro Field "&Server" 46u $HostField "$Host"
  !insertmacro Field "P&ort" 60u $PortField "$Port"
  !insertmacro Field "&Database" 74u $NameField "$DatabaseName"
  !insertmacro Field "&User" 88u $UserField "$User"
  ${NSD_CreateLabel} 14u 102u 60u 10u "Pass&word"
  Pop $0
  ${NSD_CreatePassword} 76u 102u 60% 12u "$Password"
  Pop $PasswordField
  UserInfo::GetName
  Pop $0
  ${NSD_CreateLabel} 0 120u 100% 20u "This is kept in a file that only the Windows user $0 can read. Other users of this computer choose for themselves: see the installation guide."
  Pop $0
  ${NSD_OnClick} $KeepRadio DatabaseRadioClicked
  ${NSD_OnClick} $ComputerRadio DatabaseRadioClicked
  ${NSD_OnClick} $ServerRadio DatabaseRadioClicked
  ${If} $Database == "server"
    ${NSD_Check} $ServerRadio
  ${ElseIf} $Database == "computer"
    ${NSD_Check} $ComputerRadio
  ${ElseIf} ${FileExists} "$LOCALAPPDATA\${PRODUCT}\*.*"
    ${NSD_Check} $KeepRadio
  ${Else}
    EnableWindow $KeepRadio 0
    ${NSD_Check} $ComputerRadio
  ${EndIf}
  Push 0
  Call DatabaseRadioClicked
  nsDialogs::Show
FunctionEnd

Function DatabaseRadioClicked
  Pop $0
  ${NSD_GetState} $ServerRadio $0
  EnableWindow $HostField $0
  EnableWindow $PortField $0
  EnableWindow $NameField $0
  EnableWindow $UserField $0
  EnableWindow $PasswordField $0
FunctionEnd

Function DatabaseLeave
  ${NSD_GetText} $HostField $Host
  ${NSD_GetText} $PortField $Port
  ${NSD_GetText} $NameField $DatabaseName
  ${NSD_GetText} $UserField $User
  ${NSD_GetText} $PasswordField $Password
  ${NSD_GetState} $KeepRadio $0
  ${If} $0 = ${BST_CHECKED}
    Return
  ${EndIf}
  StrCpy $Database "computer"
  ${NSD_GetState} $ServerRadio $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Database "server"
  ${EndIf}
  SetShellVarContext current
  Call Connect
  Pop $0
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$Said"
    ${NSD_SetFocus} $HostField
    Abort
  ${EndIf}
FunctionEnd

; Explorer opens it as the person at the desk, not as the administrator who installs.
Function OpenProgram
  ${If} ${FileExists} "$INSTDIR\posim-sales.exe"
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\posim-sales.exe"'
  ${Else}
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\posim-inventory.exe"'
  ${EndIf}
FunctionEnd

; ---- uninstalling ----

Function un.onInit
  SetRegView 64
  Call un.WaitUntilClosed
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DELETEDATA" $R1
  ${IfNot} ${Errors}
    StrCpy $DeleteData 1
  ${EndIf}
FunctionEnd

Function un.DataPage
  !insertmacro MUI_HEADER_TEXT "The shop's data" "It is kept unless you choose to delete it."
  nsDialogs::Create 1018
  Pop $0
  SetShellVarContext current
  ${NSD_CreateCheckbox} 0 0 100% 12u "Also &delete the shop's data"
  Pop $DataBox
  ${NSD_CreateLabel} 14u 16u 95% 40u "Everything in $LOCALAPPDATA\${PRODUCT}: the shop kept on this computer, its backups and the settings. This cannot be undone. A database on a server is not touched."
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.DataLeave
  ${NSD_GetState} $DataBox $DeleteData
FunctionEnd

Section "Uninstall"
  SetShellVarContext all
  Delete "${LINKS}\${SALES}.lnk"
  Delete "${LINKS}\${INVENTORY}.lnk"
  RMDir "${LINKS}"
  Delete "$DESKTOP\${SALES}.lnk"
  Delete "$DESKTOP\${INVENTORY}.lnk"
  !include "${FILES}"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPGRADE" $R1
  ${If} ${Errors}
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKLM "${UNINSTALL_KEY}"
    DeleteRegKey HKLM "${SETTINGS_KEY}"
    ${If} $DeleteData = 1
      SetShellVarContext current
      RMDir /r "$LOCALAPPDATA\${PRODUCT}"
      DeleteRegKey HKCU "Software\${PRODUCT}"
    ${EndIf}
  ${EndIf}
SectionEnd
