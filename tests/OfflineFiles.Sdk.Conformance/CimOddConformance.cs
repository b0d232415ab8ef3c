using OfflineFiles.Sdk.Conformance.Capabilities;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance;

[TestFixture]
public sealed class CimOddQueryConformance : QueryConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddFindConformance : FindConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddStateConformance : StateConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddPinConformance : PinConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddUnpinConformance : UnpinConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddSynchronizeConformance : SynchronizeConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddDeleteItemsConformance : DeleteItemsConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddRenameItemConformance : RenameItemConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddRenameItemExConformance : RenameItemExConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddEncryptConformance : EncryptConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddSuspendRootConformance : SuspendRootConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddTransitionOnlineConformance : TransitionOnlineConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddTransitionOfflineConformance : TransitionOfflineConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddEnableConformance : EnableConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddChangesConformance : ChangesConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddFilesConformance : FilesConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddSynchronousQueriesConformance : SynchronousQueriesConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddDisposalConformance : DisposalConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddLinqConformance : LinqConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddDeepQueryConformance : DeepQueryConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddRawQueryConformance : RawQueryConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddAssociationsConformance : AssociationsConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddHierarchyConformance : HierarchyConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddConfigurationConformance : ConfigurationConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddPreviewConformance : PreviewConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddPropertyConformance : PropertyConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddReportConformance : ReportConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddConflictConformance : ConflictConformance<CimOddWorld>;

[TestFixture]
public sealed class CimOddReplicaConformance : ReplicaConformance<CimOddWorld>;
