using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Cim;

/// <content>The settings.</content>
public sealed partial class CimBackend
{
    /// <inheritdoc/>
    /// <remarks>
    /// The classes <c>Win32_OfflineFilesMachineConfiguration</c> and <c>Win32_OfflineFilesUserConfiguration</c> came with Windows 8. They are read
    /// without the context object that their documentation asks for, which is known to work; whose settings the second one then holds,
    /// and whether it can be written so, is the machine's to say.
    /// </remarks>
    public override ICacheConfiguration Configuration
    {
        get
        {
            Alive();
            return _configuration;
        }
    }
}
