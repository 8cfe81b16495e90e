using GaitSense.Training.Regimes;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>What administrators of a store stated: progression and verdicts are off without a statement. The last one counts; none is changed.</summary>
public sealed class StoredStatements
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredStatements(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>The statement that counts; null: none was made.</summary>
    public Task<Statement?> CurrentAsync(CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, db => db.Set<Statement>().OrderByDescending(s => s.At).FirstOrDefaultAsync(cancellation));

    /// <summary>Makes a statement.</summary>
    /// <exception cref="StoreException">Its reference is empty.</exception>
    public Task AddAsync(Statement statement, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (string.IsNullOrWhiteSpace(statement.Reference)) throw new StoreException(StoreFailure.Refused, "a statement names the vote or the decision it rests on");
        StoreChecks.Words(statement);
        return _core.WriteAsync(
            _actor,
            work =>
            {
                work.Db.Add(statement);
                work.Record("statement made", subject: null, $"{statement.Regime}: {statement.Reference}");
                return Task.CompletedTask;
            },
            cancellation);
    }
}
