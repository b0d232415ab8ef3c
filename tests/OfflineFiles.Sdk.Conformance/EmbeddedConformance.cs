using OfflineFiles.Sdk.Conformance.Capabilities;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance;

[TestFixture]
public sealed class EmbeddedQueryConformance : QueryConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedFindConformance : FindConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedStateConformance : StateConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedPinConformance : PinConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedUnpinConformance : UnpinConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedSynchronizeConformance : SynchronizeConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedDeleteItemsConformance : DeleteItemsConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedRenameItemConformance : RenameItemConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedRenameItemExConformance : RenameItemExConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedEncryptConformance : EncryptConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedSuspendRootConformance : SuspendRootConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedTransitionOnlineConformance : TransitionOnlineConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedTransitionOfflineConformance : TransitionOfflineConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedEnableConformance : EnableConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedChangesConformance : ChangesConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedFilesConformance : FilesConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedSynchronousQueriesConformance : SynchronousQueriesConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedDisposalConformance : DisposalConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedLinqConformance : LinqConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedDeepQueryConformance : DeepQueryConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedRawQueryConformance : RawQueryConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedAssociationsConformance : AssociationsConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedHierarchyConformance : HierarchyConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedConfigurationConformance : ConfigurationConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedPreviewConformance : PreviewConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedPropertyConformance : PropertyConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedReportConformance : ReportConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedConflictConformance : ConflictConformance<EmbeddedWorld>;

[TestFixture]
public sealed class EmbeddedReplicaConformance : ReplicaConformance<EmbeddedWorld>;
