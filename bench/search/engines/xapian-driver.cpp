// Xapian for the benchmark: fed the same terms as every engine, timed in here so that the way to this process and back
// does not count.
//   xapian-driver build CORPUS COUNT FOLDER
//   xapian-driver serve        reads lines of fields between tabs, answers each with one line:
//     open FOLDER              -> milliseconds
//     search LIMIT PREFIX PHRASE KIND LANGUAGE FROM TO WORD...   -> milliseconds, ids
// PREFIX and PHRASE are 0 or 1; KIND, LANGUAGE, FROM and TO may be empty.
#include <xapian.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

const Xapian::valueno yearSlot = 0;
// What Xapian's keys can hold.
const size_t longestTermBytes = 240;

std::vector<std::string> split(const std::string &line, char separator) {
	std::vector<std::string> parts;
	size_t start = 0;
	for (size_t end; (end = line.find(separator, start)) != std::string::npos; start = end + 1) {
		parts.push_back(line.substr(start, end - start));
	}
	parts.push_back(line.substr(start));
	return parts;
}

void build(const std::string &corpus, long count, const std::string &folder) {
	const std::string loose = folder + "/loose";
	{
		Xapian::WritableDatabase database(loose, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
		std::ifstream lines(corpus);
		std::string line;
		for (long number = 0; number < count && std::getline(lines, line); number++) {
			const auto fields = split(line, '\t');
			Xapian::Document document;
			Xapian::termpos position = 1;
			for (const auto &term : split(fields.at(6), ' ')) {
				if (!term.empty() && term.size() <= longestTermBytes) document.add_posting(term, position);
				position++;
			}
			document.add_boolean_term("XL" + fields.at(1));
			document.add_boolean_term("XK" + fields.at(2));
			document.add_value(yearSlot, Xapian::sortable_serialise(std::stoi(fields.at(3).substr(0, 4))));
			database.replace_document(static_cast<Xapian::docid>(number + 1), document);
		}
		database.commit();
	}
	// As its handbook advises for what is searched and not changed.
	Xapian::Database(loose).compact(folder + "/index", Xapian::DBCOMPACT_NO_RENUMBER);
	if (std::system(("rm -r '" + loose + "'").c_str()) != 0) throw std::runtime_error("cannot remove " + loose);
}

Xapian::Query queryOf(const std::vector<std::string> &fields) {
	const bool isPrefix = fields.at(2) == "1", isPhrase = fields.at(3) == "1";
	std::vector<Xapian::Query> words;
	for (size_t at = 8; at < fields.size(); at++) {
		if (isPrefix && at == fields.size() - 1) {
			words.emplace_back(Xapian::Query::OP_WILDCARD, fields[at]);
		} else {
			words.emplace_back(fields[at]);
		}
	}
	const auto combined = isPhrase ? Xapian::Query::OP_PHRASE : Xapian::Query::OP_AND;
	Xapian::Query query(combined, words.begin(), words.end(), isPhrase ? words.size() : 0);
	if (!fields.at(4).empty()) query = {Xapian::Query::OP_FILTER, query, Xapian::Query("XK" + fields[4])};
	if (!fields.at(5).empty()) query = {Xapian::Query::OP_FILTER, query, Xapian::Query("XL" + fields[5])};
	if (!fields.at(6).empty()) {
		const Xapian::Query years(Xapian::Query::OP_VALUE_RANGE, yearSlot,
			Xapian::sortable_serialise(std::stoi(fields[6])), Xapian::sortable_serialise(std::stoi(fields.at(7))));
		query = {Xapian::Query::OP_FILTER, query, years};
	}
	return query;
}

std::string answer(const std::vector<std::string> &fields, Xapian::Database &database) {
	const auto start = std::chrono::steady_clock::now();
	std::ostringstream found;
	if (fields.at(0) == "open") {
		database = Xapian::Database(fields.at(1));
	} else {
		Xapian::Enquire enquire(database);
		enquire.set_query(queryOf(fields));
		const Xapian::MSet best = enquire.get_mset(0, static_cast<Xapian::doccount>(std::stoi(fields.at(1))));
		for (auto hit = best.begin(); hit != best.end(); ++hit) found << '\t' << *hit - 1;
	}
	const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
	return std::to_string(took.count()) + found.str();
}

}  // namespace

int main(int argc, char **argv) {
	try {
		if (argc == 5 && std::string(argv[1]) == "build") {
			build(argv[2], std::stol(argv[3]), argv[4]);
			return 0;
		}
		Xapian::Database database;
		std::string line;
		while (std::getline(std::cin, line)) std::cout << answer(split(line, '\t'), database) << std::endl;
		return 0;
	} catch (const Xapian::Error &error) {
		std::cerr << error.get_description() << '\n';
	} catch (const std::exception &error) {
		std::cerr << error.what() << '\n';
	}
	return 1;
}
