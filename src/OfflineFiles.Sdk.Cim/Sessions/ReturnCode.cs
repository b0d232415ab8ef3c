namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>The HRESULT that a number of the provider stands for, wherever it came: return value, failed call or progress message.</summary>
/// <remarks>
/// A method returns "a WMI return code or a system error code" (Microsoft Learn: the methods of Win32_OfflineFilesCache); observed are HRESULTs,
/// Win32 errors inside them. A bare system error code is one of 1 to 15999 (Microsoft Learn: System Error Codes) and becomes the HRESULT that
/// HRESULT_FROM_WIN32 makes of it. 1 stays: where HRESULTs are the rule it is S_FALSE, and no method answers ERROR_INVALID_FUNCTION. Every
/// other number that is not negative is a success code.
/// </remarks>
internal static class ReturnCode
{
    private const int SFalse = 1;
    private const int LastSystemError = 15999;

    public static int AsHResult(int code) => code is > SFalse and <= LastSystemError ? unchecked((int)(0x80070000 | (uint)code)) : code;
}
